import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime

/// How what was brought to a conversation was received.
enum RehearsalResponse {
  case heard
  case failed(TurnFailure)
  /// It could not even be brought: a sentence that says why.
  case impossible(String)
}

extension Rehearsal {
  /// Who has been fetched, as the person reads it.
  static let staff = "Eve"

  /// - Parameter number: makes the ids of events and deeds unlike.
  func bring(_ occasion: ScenarioTurn.Occasion, number: Int) async -> RehearsalResponse {
    switch occasion {
    case .user(let line): await submit(line)
    case .press(let label): await press(label)
    case .event(let name, let fields): await happen(name, fields, id: "event-\(number)")
    case .person(let deed): await act(deed, id: "deed-\(number)")
    case .time: .heard
    }
  }

  private func submit(_ line: String, press: IncomingMessage.Press? = nil) async -> RehearsalResponse {
    let message = IncomingMessage(
      text: line, sender: Self.person.rawValue, seen: await conversation.newestDelivered, zone: stage.zone?.name,
      locale: stage.locale, press: press)
    switch await conversation.submit(message).answer() {
    case .reply: return .heard
    case .failed(let failure): return .failed(failure)
    }
  }

  /// The button stands beside the open question.
  private func press(_ label: String) async -> RehearsalResponse {
    guard case .waiting(let wait)? = await conversation.state?.place else { return .impossible("no button can be pressed") }
    guard let index = wait.buttons.firstIndex(where: { $0.label == label }) else {
      let labels = wait.buttons.map { "'\($0.label)'" }.joined(separator: ", ")
      return .impossible("there is no button '\(label)'" + (labels.isEmpty ? "" : ", but \(labels)"))
    }
    return await submit(label, press: .init(reply: wait.question, button: index + 1))
  }

  /// An event that nobody waits for changes nothing, which a scenario may want to show.
  private func happen(_ name: EventName, _ fields: [String: WrittenValue], id: String) async -> RehearsalResponse {
    let graphs = stage.graph.withOthers
    let signature = graphs.lazy.compactMap { $0.events[name] }.first
    let reader = ValueReader(zone: stage.zone ?? stage.graph.zone, objects: stage.graph.objects)
    let values = reader.values(fields, as: signature?.fields ?? [])
    let event = IncomingEvent(id: MessageID(rawValue: id), name: name, fields: values)
    switch await conversation.receive(event) {
    case .taken, .ignored: return .heard
    case .failed(let failure): return .failed(failure)
    }
  }

  private func act(_ deed: ScenarioTurn.Deed, id: String) async -> RehearsalResponse {
    let deed = IncomingDeed(id: MessageID(rawValue: id), deed: StaffAction.Deed(deed), name: Self.staff)
    switch await conversation.receive(deed) {
    case .taken: return .heard
    case .ignored: return .impossible("nobody has been fetched")
    case .failed(let failure): return .failed(failure)
    }
  }
}

extension StaffAction.Deed {
  fileprivate init(_ deed: ScenarioTurn.Deed) {
    switch deed {
    case .says(let text): self = .says(text)
    case .takes: self = .takes
    case .givesBack: self = .returns
    case .closes: self = .closes
    }
  }
}
