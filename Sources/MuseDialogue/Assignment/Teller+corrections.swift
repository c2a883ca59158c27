import MuseDefinition
import MuseExpression

/// "Tomorrow at 3 - no, 4": what was put right within the message.
extension Teller {
  /// What stands between a slip and its correction is short.
  private static let mostBetween = 7

  /// A value that a later one of its kind puts right is that one, and stands where the first stood.
  func corrected(_ findings: [Finding]) -> [Finding] {
    findings.reduce(into: []) { result, finding in
      guard let last = result.last, puts(finding, right: last), let reading = last.reading.corrected(by: finding.reading) else {
        return result.append(finding)
      }
      result[result.count - 1] = Finding(tokens: last.tokens.lowerBound..<finding.tokens.upperBound, reading: reading)
    }
  }

  /// Whether "no, wait" or the like stands between them, and nothing that says more.
  private func puts(_ finding: Finding, right last: Finding) -> Bool {
    let between = last.tokens.upperBound..<max(last.tokens.upperBound, finding.tokens.lowerBound)
    guard !between.isEmpty, between.count <= Teller.mostBetween, ![.remove, .replace].contains(edit(of: last, after: nil)) else {
      return false
    }
    let answers = context.language.answers
    var marks = Set<Int>()
    for index in between {
      guard let match = answers.selfCorrections.match(in: message.tokens, at: index, limit: between.upperBound) else { continue }
      marks.formUnion(index..<match.end)
    }
    return !marks.isEmpty
      && between.allSatisfy { index in
        let word = message.word(index)
        return marks.contains(index) || message.tokens[index].kind == .sign || grammar.prepositions.contains(word)
          || grammar.determiners.contains(word) || answers.fillers.contains(word)
      }
  }
}

extension Reading {
  /// A later reading of the same kind, or of one half of it; nil where it says something else.
  fileprivate func corrected(by later: Reading) -> Reading? {
    if case .moment(let moment) = self {
      if let clock = later.clock ?? later.hour(near: moment.clock) {
        return .moment(MomentReading(date: moment.date, clock: clock))
      }
      if let date = later.date { return .moment(MomentReading(date: date, clock: moment.clock)) }
    }
    if let clock, let hour = later.hour(near: clock) { return .clock(hour) }
    return kind != nil && kind == later.kind ? later : nil
  }

  /// A bare number as an hour on the same half of the dial as another one.
  func hour(near clock: ClockReading) -> ClockReading? {
    guard case .number(let number) = self, let hour = Int(exactly: number), (1...12).contains(hour), let first = clock.times.first
    else { return nil }
    let times = ClockReading.onTwelve(hour: hour, minute: 0).times
    return times.min { abs($0.secondOfDay - first.secondOfDay) < abs($1.secondOfDay - first.secondOfDay) }
      .map { ClockReading(times: [$0], zone: clock.zone) }
  }

  private enum Kind: Hashable {
    case number, day, hour, moment, length, days, hours, moments, person, address
  }

  private var kind: Kind? {
    switch self {
    case .number: .number
    case .date: .day
    case .clock: .hour
    case .moment: .moment
    case .duration: .length
    case .dateRange: .days
    case .clockRange: .hours
    case .momentRange: .moments
    case .email, .person: .person
    case .phone, .url: .address
    case .ordinal, .dayPart, .recurring, .either: nil
    }
  }
}
