import MuseDefinition
import MuseDialogue
import MuseExpression

/// Moves as short lines, so that a table of dialogues reads like one: `start = 2026-11-26 15:00`, `people + "Eve"`.
enum MoveText {
  static func lines(_ moves: [Move], zone: Zone = MeetingGraph.london) -> [String] { moves.map { line($0.kind, zone) } }

  private static func line(_ kind: Move.Kind, _ zone: Zone) -> String {
    switch kind {
    case .tell(let slot, let telling, let edit): "\(slot) \(sign(edit)) \(text(telling, zone))"
    case .reopen(let slot): "reopen \(slot)"
    case .agree: "agree"
    case .refuse: "refuse"
    case .choose(let number): "choose \(number)"
    case .none: "none"
    case .intent(let intent): "intent \(intent)"
    case .cancel: "cancel"
    case .skip: "skip"
    case .repeat: "repeat"
    case .help: "help"
    case .startOver: "start over"
    case .nonsense: "nonsense"
    }
  }

  private static func sign(_ edit: Move.Edit) -> String {
    switch edit {
    case .plain: "="
    case .add: "+"
    case .remove: "-"
    case .replace: ":="
    }
  }

  private static func text(_ telling: Move.Telling, _ zone: Zone) -> String {
    switch telling {
    case .value(let value): text(value, zone)
    case .datePart(let date): "\(text(date)) --:--"
    case .timePart(let time): "---- \(text(time))"
    case .ambiguousTimePart(let times): "---- " + times.map(text).joined(separator: "|")
    case .ambiguous(let values): values.map { text($0, zone) }.joined(separator: "|")
    case .words(let words): "\"\(words)\""
    case .manyDays(let days): "many days: \(days)"
    }
  }

  static func text(_ value: Value, _ zone: Zone) -> String {
    switch value {
    case .timestamp(let instant): text(zone.civil(instant))
    case .date(let date): text(date)
    case .time(let time): text(time)
    case .duration(let duration): "\(duration.components.seconds / 60)m"
    case .string(let string): "'\(string)'"
    case .object(let object) where object["start"] != nil:
      [object["start"], object["end"]].compactMap { $0.map { text($0, zone) } }.joined(separator: " to ")
    case .object(let object): object.fields.map { "\($0.name)=\(text($0.value, zone))" }.joined(separator: " ")
    case .bool(let bool): "\(bool)"
    case .int(let number): "\(number)"
    case .double(let number): "\(number)"
    case .null, .uint, .bytes, .list, .map, .empty, .type: "\(value)"
    }
  }

  static func text(_ moment: CivilDateTime) -> String { "\(text(moment.date)) \(text(moment.time))" }

  static func text(_ date: CivilDate) -> String { "\(date.year)-\(padded(date.month))-\(padded(date.day))" }

  static func text(_ time: TimeOfDay) -> String {
    "\(padded(time.hour)):\(padded(time.minute))" + (time.second == 0 ? "" : ":\(padded(time.second))")
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
