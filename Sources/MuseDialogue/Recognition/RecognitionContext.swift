import MuseExpression

/// What a recogniser sees of a message and of the moment it came.
struct RecognitionContext: Sendable {
  let message: Message
  let language: Language
  let locale: LocaleID
  let now: Instant
  let zone: Zone
  /// `now` on the clocks of `zone`.
  let clock: CivilDateTime

  init(message: Message, language: Language, locale: LocaleID, now: Instant, zone: Zone) {
    self.message = message
    self.language = language
    self.locale = locale
    self.now = now
    self.zone = zone
    self.clock = zone.civil(now)
  }

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
  private static let recognisers: [any Recogniser] = [ContactRecogniser(), TimeRecogniser(), NumberRecogniser(), PersonRecogniser()]

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
