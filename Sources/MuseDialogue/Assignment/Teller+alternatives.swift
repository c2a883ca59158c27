import MuseExpression

/// "Friday or Saturday": two readings of one thing, to be asked back.
extension Teller {
  func alternatives(_ findings: [Finding]) -> [Finding] {
    findings.reduce(into: []) { result, finding in
      guard let last = result.last, isOr(between: last, finding), let reading = last.reading.or(finding.reading) else {
        return result.append(finding)
      }
      result[result.count - 1] = Finding(tokens: last.tokens.lowerBound..<finding.tokens.upperBound, reading: reading)
    }
  }

  private func isOr(between first: Finding, _ second: Finding) -> Bool {
    second.tokens.lowerBound == first.tokens.upperBound + 1
      && grammar.alternatives.contains(message.word(first.tokens.upperBound))
  }
}

extension Reading {
  /// Both of them, equally likely; nil where they are of different kinds.
  fileprivate func or(_ other: Reading) -> Reading? {
    switch (self, other) {
    case (.date(let first), .date(let second)): .date(first.or(second))
    case (.date(let first), .moment(let second)): .moment(MomentReading(date: first.or(second.date), clock: second.clock))
    case (.clock(let first), .clock(let second)): .clock(first.or(second))
    case (.moment(let first), .clock(let second)): .moment(MomentReading(date: first.date, clock: first.clock.or(second)))
    case (.clock(let first), .number): other.hour(near: first).map { .clock(first.or($0)) }
    case (.moment(let first), .number):
      other.hour(near: first.clock).map { .moment(MomentReading(date: first.date, clock: first.clock.or($0))) }
    case (.number, .clock(let second)): hour(near: second).map { .clock($0.or(second)) }
    case (.number, .moment(let second)):
      hour(near: second.clock).map { .moment(MomentReading(date: second.date, clock: $0.or(second.clock))) }
    case (.number, .number), (.duration, .duration), (.dateRange, .dateRange), (.person, .person), (.person, .email),
      (.email, .person), (.email, .email):
      .either(self, other)
    case (.date, _), (.clock, _), (.moment, _), (.number, _), (.ordinal, _), (.duration, _), (.dateRange, _), (.clockRange, _),
      (.dayPart, _), (.momentRange, _), (.email, _), (.phone, _), (.url, _), (.person, _), (.recurring, _), (.either, _):
      nil
    }
  }
}

extension DateReading {
  fileprivate func or(_ other: DateReading) -> DateReading {
    DateReading(dates: Array(dates.prefix(1)) + other.dates.prefix(1), isOpen: true)
  }
}

extension ClockReading {
  fileprivate func or(_ other: ClockReading) -> ClockReading {
    ClockReading(times: Array(times.prefix(1)) + other.times.prefix(1), isOpen: true, isDefinite: false, zone: zone ?? other.zone)
  }
}
