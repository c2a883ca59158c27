import MuseInterpreter

extension ReplyID {
  /// A reply's `message_id` on the wire: `reply-12`.
  var wire: String { "reply-\(rawValue)" }

  /// Nil for whatever is not a `message_id` of a reply.
  init?(wire text: String) {
    guard text.hasPrefix("reply-"), let number = Int(text.dropFirst(6)), number > 0 else { return nil }
    self.init(rawValue: number)
  }
}
