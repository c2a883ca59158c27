package import MuseInterpreter

extension ReplyID {
  /// A reply's `message_id` on the wire: `reply-12`.
  var wire: String { "reply-\(rawValue)" }

  /// Nil for whatever is not a `message_id` of a reply.
  init?(wire text: String) {
    guard text.hasPrefix("reply-"), let number = Int(text.dropFirst(6)), number > 0 else { return nil }
    self.init(rawValue: number)
  }
}

/// A button of a reply, as the wire names it: `reply-12.1` is the first one of the twelfth reply.
package struct ButtonID: Hashable, Sendable {
  package var reply: ReplyID
  /// Counted from 1.
  package var number: Int

  package init(_ reply: ReplyID, _ number: Int) {
    self.reply = reply
    self.number = number
  }

  var wire: String { "\(reply.wire).\(number)" }

  /// Nil for whatever is not the id of a button.
  init?(wire text: String) {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count == 2, let reply = ReplyID(wire: String(halves[0])), let number = Int(halves[1]), number > 0 else {
      return nil
    }
    self.init(reply, number)
  }
}
