import MuseExpression

/// What a recogniser sees of a message and of the moment it came.
///
/// A class only so that the many grammars share one; nothing in it ever changes.
final class RecognitionContext: Sendable {
  let message: Message
  let language: Language
  let locale: LocaleID
  let now: Instant
  let zone: Zone
  /// `now` on the clocks of `zone`.
  let clock: CivilDateTime
  /// For each token the next one, itself included, that may join the ends of a range ("to", "-"); a cheap test that spares most
  /// words the grammar of ranges.
  private let nextJoint: [Int]

  init(message: Message, language: Language, locale: LocaleID, now: Instant, zone: Zone) {
    self.message = message
    self.language = language
    self.locale = locale
    self.now = now
    self.zone = zone
    self.clock = zone.civil(now)
    var next = Int.max
    var joints = Array(repeating: Int.max, count: message.tokens.count)
    for index in message.tokens.indices.reversed() {
      let word = message.tokens[index].word
      if language.times.rangeTo.contains(word) || language.times.rangeAnd.contains(word) { next = index }
      joints[index] = next
    }
    nextJoint = joints
  }

  /// Whether a range may begin at a token: its ends are never far apart.
  func mayJoin(at index: Int) -> Bool { nextJoint[index] < Int.max && nextJoint[index] - index <= 12 }

  var tokens: [Token] { message.tokens }
  var today: CivilDate { clock.date }
  var times: TimeWords { language.times }
}

/// Reads one kind of thing off a message, in time linear in its length.
protocol Recogniser: Sendable {
  /// What begins at a token; the longest reading.
  func finding(at index: Int, in context: RecognitionContext) -> Finding?
}

extension RecognitionContext {
  /// In the order of precedence where two begin at the same place and are of the same length.
  private static let recognisers: [any Recogniser] = [
    ContactRecogniser(), TimeRecogniser(), NumberRecogniser(), PersonRecogniser(),
  ]

  /// Every recognised stretch, none overlapping another: from left to right, the longest first.
  func findings() -> [Finding] {
    var result: [Finding] = []
    var index = 0
    while index < tokens.count {
      let best = RecognitionContext.recognisers.lazy
        .compactMap { $0.finding(at: index, in: self) }
        .reduce(nil as Finding?) { best, next in (best?.tokens.count ?? 0) >= next.tokens.count ? best : next }
      if let best { result.append(best) }
      index = max(index + 1, best?.tokens.upperBound ?? 0)
    }
    return result
  }
}
