import MuseDefinition
import MuseExpression

extension TurnMachine {
  var locale: LocaleID { graph.locale(for: state.locale) }
  var phrases: Phrases { Phrases.table(for: locale) }
  var zone: Zone { state.zone.flatMap(Zone.init(named:)) ?? graph.zone }

  mutating func say(_ text: String) {
    guard !text.isEmpty else { return }
    turn.said.append(text)
  }

  mutating func speak(_ text: SpokenText?, at node: NodeID, offering offered: Value? = nil) {
    guard let text, let rendered = render(text, at: node, offering: offered) else { return }
    say(rendered)
  }

  /// The text in the thread's locale, with its values. Nil where a value that it needs is missing, which the compiler excludes.
  mutating func render(_ text: SpokenText, at node: NodeID, offering offered: Value? = nil) -> String? {
    template(of: text).flatMap { render($0, at: node, offering: offered) }
  }

  mutating func render(_ template: TextTemplate, at node: NodeID, offering offered: Value? = nil) -> String? {
    do {
      return try template.render(in: context(offering: offered))
    } catch {
      record(.trouble(node, "a text could not be rendered: \(error.message)"))
      return nil
    }
  }

  /// It may be worded otherwise another time.
  func hasVariants(_ text: SpokenText) -> Bool { variants(of: text).count > 1 }

  private func variants(of text: SpokenText) -> [TextTemplate] {
    let kin = graph.locales.filter { $0.language == locale.language }
    let fallbacks = [locale, LocaleID(rawValue: locale.language)] + kin + graph.locales
    return fallbacks.lazy.compactMap { text.variants[$0] }.first { !$0.isEmpty } ?? []
  }

  private func template(of text: SpokenText) -> TextTemplate? {
    let variants = variants(of: text)
    guard !variants.isEmpty else { return nil }
    return variants[variants.count == 1 ? 0 : pick(below: variants.count)]
  }

  /// The same seed at the same place of a turn gives the same variant (SplitMix64, Steele et al. 2014).
  private func pick(below count: Int) -> Int {
    var mixed = turn.seed &+ UInt64(turn.said.count + 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }

  func print(_ value: Value) -> String { formatter.text(value) }

  /// As it is spoken of: an option of a choice in its words.
  func print(_ value: Value, of slot: Slot) -> String { print(graph.worded(value, of: slot.id, in: locale) ?? value) }

  private var formatter: ValueFormatter {
    ValueFormatter(now: turn.now, zone: zone, locale: locale, objects: graph.objectTypes)
  }

  // MARK: Lists on offer

  mutating func offer(_ options: [Awaiting.Option]) {
    let lines = options.enumerated().map { "\($0.offset + 1). \($0.element.label)" }
    say(([phrases.choose] + lines).joined(separator: "\n"))
  }

  /// Numbered as printed. Two that print alike are told apart by their e-mail address or id, two instants of an hour that daylight
  /// saving repeats by their distance from UTC.
  func options(for values: [Value], of slot: Slot? = nil) -> [Awaiting.Option] {
    let labels = values.map { value in slot.map { print(value, of: $0) } ?? print(value) }
    return zip(values, labels).map { value, label in
      let isUnique = labels.filter { $0 == label }.count == 1
      return Awaiting.Option(value: value, label: isUnique ? label : distinctLabel(label, value))
    }
  }

  private func distinctLabel(_ label: String, _ value: Value) -> String {
    if case .timestamp(let instant) = value { return "\(label) (\(distanceFromUTC(at: instant)))" }
    guard case .object(let object) = value, let mark = object["email"] ?? object["id"] else { return label }
    return "\(label) (\(print(mark)))"
  }

  /// "UTC+1", "UTC-3:30": alike in every language.
  private func distanceFromUTC(at instant: Instant) -> String {
    let minutes = zone.offset(at: instant) / 60
    guard minutes != 0 else { return "UTC" }
    let rest = abs(minutes) % 60
    return "UTC\(minutes < 0 ? "-" : "+")\(abs(minutes) / 60)" + (rest == 0 ? "" : ":\(rest < 10 ? "0" : "")\(rest)")
  }

  // MARK: What expressions see

  func context(offering offered: Value? = nil) -> EvaluationContext {
    let slots = state.slots
    let past = state.past?.values ?? [:]
    let facts = state.facts
    let graph = graph
    let now = turn.now
    let today = zone.civil(now).date
    let text = turn.text
    let seen = seen
    let locale = locale
    var context = EvaluationContext(now: now, zone: zone, locale: locale, objects: graph.objectTypes) { name in
      switch name {
      case "now": return .timestamp(now)
      case "today": return .date(today)
      case "message": return .string(text)
      case "offered": return offered
      default:
        if name.hasPrefix("was.") { return past[SlotID(rawValue: String(name.dropFirst(4)))] }
        if let value = seen[name] { return value }
        let id = SlotID(rawValue: name)
        return slots[id]?.value ?? facts[id] ?? graph.slot(id)?.defaultValue?.value(now: now, today: today)
      }
    }
    let variable = context.variable
    context.wording = { name in
      let id = SlotID(rawValue: String(name.hasPrefix("was.") ? String(name.dropFirst(4)) : name))
      return graph.hasWords(for: id) ? variable(name).flatMap { graph.worded($0, of: id, in: locale) } : nil
    }
    return context
  }
}

extension DefaultValue {
  func value(now: Instant, today: CivilDate) -> Value {
    switch self {
    case .value(let value): value
    case .today: .date(today)
    case .now: .timestamp(now)
    }
  }
}
