import MuseExpression
import MuseRuntime

extension CalendarEvent {
  /// The object type `event` of `calendar.tools.yaml`.
  var value: Value {
    .object(
      ObjectValue(
        type: "event",
        fields: [
          "id": .string(id), "title": .string(title), "start": .timestamp(start), "length": .duration(.seconds(length)),
          "people": .list(people.map(\.value)),
        ]))
  }
}

extension CalendarEvent.Person {
  var value: Value { .object(.person(id: id, name: name, email: email)) }

  /// Nil for anything but a person.
  init?(value: Value) {
    guard case .object(let person) = value, person.type == "person", case .string(let id) = person["id"],
      case .string(let name) = person["name"]
    else { return nil }
    guard case .string(let email) = person["email"] else {
      self.init(id: id, name: name, email: nil)
      return
    }
    self.init(id: id, name: name, email: email)
  }
}
