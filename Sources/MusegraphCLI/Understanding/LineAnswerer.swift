import Foundation
import MuseDialogue
import MuseExpression

/// Answers the lines of `musegraph understand --jsonl`, one by one.
struct LineAnswerer {
  /// Why a line has no answer.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  private let understander: Understander
  /// For lines that name none.
  private let zone: Zone
  private let locale: LocaleID
  private let start: Instant
  private let decoder = JSONDecoder()
  private let encoder = JSONEncoder()

  init(understander: Understander, zone: Zone, locale: LocaleID, start: Instant) {
    self.understander = understander
    self.zone = zone
    self.locale = locale
    self.start = start
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func answer(_ line: String) throws(Malformed) -> String {
    let query = try query(in: line)
    let zone = query.zone ?? zone
    let now = try now(of: query, in: zone)
    let clock = ContinuousClock.now
    let analysis = understander.analyse(
      query.text, now: now, zone: zone, locale: query.locale.map(LocaleID.init(rawValue:)) ?? locale)
    let spent = Int(clock.duration(to: .now) / .microseconds(1))
    do {
      let answer = UnderstandingAnswer(id: query.id, microseconds: spent, analysis)
      return String(decoding: try encoder.encode(answer), as: UTF8.self)
    } catch {
      throw Malformed(description: "the answer cannot be written as JSON.")
    }
  }

  private func query(in line: String) throws(Malformed) -> UnderstandingQuery {
    let query: UnderstandingQuery
    do {
      query = try decoder.decode(UnderstandingQuery.self, from: Data(line.utf8))
    } catch {
      throw Malformed(description: "a JSON object with the texts 'id' and 'text' is expected.")
    }
    guard !MessageLimit.isTooLong(query.text) else {
      throw Malformed(description: "'text' has more than \(MessageLimit.longest) characters.")
    }
    return query
  }

  private func now(of query: UnderstandingQuery, in zone: Zone) throws(Malformed) -> Instant {
    guard let written = query.now else { return start }
    guard let now = WrittenLiteral.dateTime(written) else {
      throw Malformed(description: "'now' is '\(written)', and is expected like 2026-03-02T09:00:00.")
    }
    return now.instant(in: zone)
  }
}
