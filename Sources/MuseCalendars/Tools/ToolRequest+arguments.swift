import MuseExpression
import MuseRuntime

/// Typed readings of the arguments. The compiler has checked the graph against the tools file, so a wrong one means that the
/// tools file and this tool disagree: nothing was done, and the reason names the argument.
extension ToolRequest {
  func text(_ name: String) throws(ToolFailure) -> String {
    guard case .string(let text) = arguments[name] else { throw unfit(name, "a text") }
    return text
  }

  /// Nil where the person declined it or never said it.
  func optionalText(_ name: String) throws(ToolFailure) -> String? {
    isAbsent(name) ? nil : try text(name)
  }

  func instant(_ name: String) throws(ToolFailure) -> Instant {
    guard case .timestamp(let instant) = arguments[name], instant.isInRange else { throw unfit(name, "a datetime") }
    return instant
  }

  func day(_ name: String) throws(ToolFailure) -> CivilDate {
    guard case .date(let day) = arguments[name] else { throw unfit(name, "a date") }
    return day
  }

  /// A length in whole seconds, at least one.
  func seconds(_ name: String) throws(ToolFailure) -> Int {
    guard case .duration(let duration) = arguments[name] else { throw unfit(name, "a duration") }
    let (seconds, rest) = duration.components
    // Far more than any meeting, and far less than what overflows.
    guard seconds >= 0, seconds < 1_000_000_000, seconds > 0 || rest > 0 else { throw unfit(name, "a duration above zero") }
    return Int(seconds) + (rest > 0 ? 1 : 0)
  }

  func people(_ name: String) throws(ToolFailure) -> [CalendarEvent.Person] {
    guard case .list(let values) = arguments[name] else { throw unfit(name, "a list of persons") }
    let people = values.compactMap(CalendarEvent.Person.init(value:))
    guard people.count == values.count else { throw unfit(name, "a list of persons") }
    return people
  }

  /// The id of an object of the type `event`.
  func eventID(_ name: String) throws(ToolFailure) -> String {
    guard case .object(let event) = arguments[name], case .string(let id) = event["id"] else { throw unfit(name, "an event") }
    return id
  }

  func optionalEventID(_ name: String) throws(ToolFailure) -> String? {
    isAbsent(name) ? nil : try eventID(name)
  }

  func isAbsent(_ name: String) -> Bool {
    switch arguments[name] {
    case nil, .null, .empty: true
    default: false  // every other value is one, of whatever type
    }
  }

  private func unfit(_ name: String, _ expected: String) -> ToolFailure {
    .notDone(reason: "The argument \"\(name)\" is not \(expected).")
  }
}
