import MuseDefinition
import MuseExpression
import MuseSource

extension WaitNode {
  static let form = VerbForm(
    verb: .wait, expects: .record(keys),
    keys: [
      VerbForm.next,
      KeyForm("set", .map(.word), summary: "Slots and facts that take fields of the event, each written as 'event.field'."),
    ],
    summary: "Waits for a time, an event or a message, whichever of those it names comes first.")

  fileprivate static let keys = [
    KeyForm("for", .written, summary: "How long it waits, such as 30m; or an expression that gives a duration."),
    KeyForm("until", .expression, summary: "The instant until which it waits; one that has passed is due at once."),
    KeyForm("event", .filled(.oneOrMore(.word)), summary: "The event from outside that it waits for, or several."),
    KeyForm("where", .expression, summary: "Which event counts, as a condition on its fields: 'event.field'."),
    KeyForm("message", .boolean, summary: "Whether a message of the person ends the wait."),
  ]
}

extension NodeDocument.Wait {
  init(_ fields: Fields) {
    self.init()
    let written = Fields(fields["wait"], WaitNode.keys)
    duration = written.text("for")
    until = written.text("until")
    events = written.texts("event")
    condition = written.text("where")
    hearsMessages = written.boolean("message")
    assignments = fields.assignments("set")
  }
}

extension GraphChecker {
  mutating func buildWait(_ wait: NodeDocument.Wait, into draft: inout NodeDraft) {
    draft.verb = .wait
    reportRepetitions(wait.events)
    let duration = wait.duration.map { checkedWaitingTime($0, for: &draft) }
    let until = wait.until.map { evaluate($0, expecting: .timestamp, for: &draft) }
    let signatures = wait.events.compactMap { resolveEvent($0) }
    let fields = sharedFields(of: signatures)
    let condition = wait.condition.map { checkedEventCondition($0, wait, fields, for: &draft) }
    let assignments = wait.assignments.compactMap { checkEventAssignment($0, of: wait, fields) }
    let hears = wait.hearsMessages?.value ?? false
    addWaitOutcomes(of: wait, hears: hears, to: &draft)
    guard signatures.count == wait.events.count, assignments.count == wait.assignments.count, duration != .some(nil),
      until != .some(nil), condition != .some(nil)
    else { return }
    draft.kind = .wait(
      WaitNode(
        duration: duration ?? nil, until: until ?? nil,
        events: signatures.map { .init(name: $0.name, condition: condition ?? nil) }, assignments: assignments,
        hearsMessages: hears))
  }

  private mutating func addWaitOutcomes(of wait: NodeDocument.Wait, hears: Bool, to draft: inout NodeDraft) {
    let named: [(Outcome, Bool)] = [
      (.for, wait.duration != nil), (.until, wait.until != nil), (.event, !wait.events.isEmpty), (.message, hears),
    ]
    draft.outcomes.ordinary = named.filter(\.1).map(\.0)
    if draft.outcomes.ordinary.isEmpty {
      add(Rule.waitForNothing.finding("'\(draft.id)' does not say what it waits for.", at: draft.location))
    }
  }

  /// A duration as people write it, or an expression.
  private mutating func checkedWaitingTime(_ text: WrittenText, for draft: inout NodeDraft) -> CheckedExpression? {
    guard let duration = WrittenLiteral.duration(text.value) else {
      // Two words are no expression either: they are a length of time as it is spoken.
      guard text.value.wholeMatch(of: /\w+\s+\w+/) == nil else {
        add(
          Rule.badDuration.finding(
            "'\(text.value)' is no length of time.", at: text.location,
            advice: "Write it as 10m, 1h30m or 2d, or as an expression that gives a duration."))
        return nil
      }
      return evaluate(text, expecting: .duration, for: &draft)
    }
    let milliseconds = duration.milliseconds
    let seconds = milliseconds % 1000 == 0 ? "\(milliseconds / 1000)s" : "\(milliseconds)ms"
    return try? CheckedExpression.check("duration('\(seconds)')", expecting: .duration, in: scope.environment).get()
  }

  // MARK: Events

  mutating func checkEvents() {
    if let variable = scope.variables["event"], !document.events.isEmpty {
      add(
        Rule.reservedID.finding(
          "'event' cannot name a slot or a fact where events are declared: it is the one that has come.", at: variable.location))
    }
    for event in document.events {
      checkID(event.name, of: .event)
      let name = EventName(rawValue: event.name.value)
      scope.events[name] = EventSignature(name: name, fields: parameters(event.fields))
    }
  }

  private mutating func resolveEvent(_ name: WrittenText) -> EventSignature? {
    if let event = scope.events[EventName(rawValue: name.value)] { return event }
    add(
      Rule.unknownEvent.finding(
        "There is no event '\(name.value)'.", at: name.location,
        nearMiss: nearMiss(to: name.value, among: scope.events.keys.map(\.rawValue))))
    return nil
  }

  /// What every one of several events has.
  private func sharedFields(of events: [EventSignature]) -> [ToolSignature.Parameter] {
    guard let first = events.first else { return [] }
    return first.fields.filter { field in events.allSatisfy { $0.fields.contains(field) } }
  }

  private mutating func checkedEventCondition(
    _ text: WrittenText, _ wait: NodeDocument.Wait, _ fields: [ToolSignature.Parameter], for draft: inout NodeDraft
  ) -> CheckedExpression? {
    guard !wait.events.isEmpty else {
      add(
        Rule.waitForNothing.finding(
          "'where' says which event counts, and no event is waited for.", at: text.location, advice: "Name the event in 'event'.")
      )
      return nil
    }
    // Of an event that is unknown, which was reported, so are the fields.
    guard wait.events.allSatisfy({ scope.events[EventName(rawValue: $0.value)] != nil }) else { return nil }
    var environment = scope.environment
    for field in fields { environment.variables["event.\(field.name)"] = field.type.valueType }
    let (condition, reads) = reading { $0.checkExpression(text, expecting: .bool, in: environment) }
    draft.reads += reads
    return condition
  }

  private mutating func checkEventAssignment(
    _ assignment: NodeDocument.Call.Assignment, of wait: NodeDocument.Wait, _ fields: [ToolSignature.Parameter]
  ) -> WaitNode.Assignment? {
    let source = assignment.source
    let parts = source.value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[0] == "event", let field = fields.first(where: { $0.name == parts[1] }) else {
      // Fields of an event that is unknown are, too.
      if wait.events.contains(where: { scope.events[EventName(rawValue: $0.value)] == nil }) { return nil }
      add(
        Rule.unknownField.finding(
          "'\(source.value)' is no field of the event.", at: source.location, advice: "Write 'event.field'.",
          nearMiss: nearMiss(to: source.value, among: fields.map { "event.\($0.name)" })))
      return nil
    }
    guard let target = resolveVariable(assignment.target) else { return nil }
    return checkAssigned(field, to: target, at: source).map { .init(target: $0, field: field.name) }
  }
}

extension Duration {
  /// Rounded down, at most about three hundred thousand years.
  var milliseconds: Int64 {
    let (seconds, attoseconds) = components
    let bounded = min(max(seconds, -9_000_000_000_000), 9_000_000_000_000)
    return bounded * 1000 + attoseconds / 1_000_000_000_000_000
  }
}
