import MuseDialogue
import MuseExpression

/// What is recognised in a text, as short lines: `date 2026-11-27`, alternatives parted by ` | `.
enum RecognisedText {
  /// On Wednesday, 25 November 2026, at 10 in London.
  static func lines(_ text: String, locale: LocaleID = "en-GB") -> [String] {
    lines(of: analysis(text, locale: locale))
  }

  static func lines(of analysis: Analysis) -> [String] {
    analysis.entities.map { entity in entity.values.map(line).joined(separator: " | ") }
  }

  /// The words of each recognised stretch.
  static func words(_ text: String) -> [String] { analysis(text).entities.map(\.text) }

  static func analysis(_ text: String, locale: LocaleID = "en-GB") -> Analysis {
    MeetingGraph.understander.analyse(text, now: MeetingGraph.now, zone: MeetingGraph.london, locale: locale)
  }

  private static func line(_ value: EntityValue) -> String {
    switch value {
    case .date(let date): "date \(MoveText.text(date))"
    case .time(let time): "time \(MoveText.text(time))"
    case .datetime(let moment): "datetime \(MoveText.text(moment))"
    case .duration(let duration): "duration \(duration.components.seconds)"
    case .dateRange(let start, let end): "days \(start.map { MoveText.text($0) } ?? "")..<\(end.map { MoveText.text($0) } ?? "")"
    case .timeRange(let start, let end): "times \(start.map { MoveText.text($0) } ?? "")..<\(end.map { MoveText.text($0) } ?? "")"
    case .datetimeRange(let start, let end):
      "moments \(start.map { MoveText.text($0) } ?? "")..<\(end.map { MoveText.text($0) } ?? "")"
    case .number(let number): "number \(number)"
    case .ordinal(let number): "ordinal \(number)"
    case .email(let text): "email \(text)"
    case .phone(let text): "phone \(text)"
    case .url(let text): "url \(text)"
    case .person(let text): "person \(text)"
    case .set(let rule): "set \(rule)"
    }
  }
}
