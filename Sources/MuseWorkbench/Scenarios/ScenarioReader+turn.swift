import MuseCompiler
import MuseDefinition
import MuseExpression
import MuseSource

/// One line of a talk.
extension ScenarioReader {
  mutating func turn(_ node: YAMLNode) -> ScenarioTurn? {
    let later = node["later"].flatMap { written in duration(written).map { Located($0, at: written.location) } }
    guard let occasion = occasion(of: node) else { return nil }
    return ScenarioTurn(
      occasion, later: later,
      isDelivered: node["delivered"]?.located?.value != "false",
      tools: (node["tools"]?.mapping ?? []).compactMap { scriptedCalls($0) },
      models: (node["model"]?.oneOrMore ?? []).compactMap { scriptedModel($0) },
      replies: (node["bot"]?.oneOrMore ?? []).compactMap { pattern($0) },
      buttons: node["buttons"].map { Located($0.oneOrMore.compactMap { $0.located?.value }, at: $0.location) },
      node: node["at"]?.located?.map(NodeID.init(rawValue:)),
      waitsFor: (node["waits_for"]?.oneOrMore ?? []).compactMap(\.located),
      slots: (node["slots"]?.mapping ?? []).map { slot($0) },
      calls: (node["calls"]?.sequence ?? []).flatMap { calls($0) },
      ending: node["ends"]?.located)
  }

  // MARK: What happens

  /// One of `user`, `press`, `event`, `person` and `person_does`; or none, where time passes.
  private mutating func occasion(of node: YAMLNode) -> Located<ScenarioTurn.Occasion>? {
    let occasions = [
      node["user"]?.located?.map { ScenarioTurn.Occasion.user($0) },
      node["press"]?.located?.map { .press($0) },
      node["event"].flatMap { event($0) },
      node["person"]?.located?.map { .person(.says($0)) },
      node["person_does"]?.located.flatMap { deed($0) },
    ].compactMap { $0 }
    if occasions.count > 1 {
      report(
        "bad-value", "Several things happen in one line.", "Write a line of its own for each.", occasions[1].location)
    }
    if let occasion = occasions.first { return occasion }
    if let later = node["later"] { return Located(.time, at: later.location) }
    report("missing-key", "The line does not say what happens.", "Begin it with 'user' and what the person says.", node.location)
    return nil
  }

  private mutating func event(_ node: YAMLNode) -> Located<ScenarioTurn.Occasion>? {
    if let entries = node.mapping, entries.count > 1 {
      report("bad-value", "Several events happen in one line.", "Write a line of its own for each.", entries[1].key.location)
    }
    if let name = node.located { return name.map { .event(EventName(rawValue: $0), [:]) } }
    guard let entry = node.mapping?.first else { return nil }
    return Located(.event(EventName(rawValue: entry.key.value), entry.value.writtenFields), at: entry.key.location)
  }

  private func deed(_ word: Located<String>) -> Located<ScenarioTurn.Occasion>? {
    switch word.value {
    case "takes": Located(.person(.takes), at: word.location)
    case "gives_back": Located(.person(.givesBack), at: word.location)
    case "closes": Located(.person(.closes), at: word.location)
    // The form of the file allows no other word.
    default: nil
    }
  }

  /// `calendar.create: failed`, `calendar.free_busy: {busy: {alternatives: [...]}}`, or a list with one for each call.
  private mutating func scriptedCalls(_ entry: YAMLEntry) -> Located<ScriptedCalls>? {
    let tool = ToolID(rawValue: entry.key.value)
    let endings = entry.value.oneOrMore.map { ending($0, of: tool) }
    guard !endings.contains(where: { $0 == nil }) else { return nil }
    let calls = ScriptedCalls(tool: tool, endings: endings.compactMap { $0 }, isRepeated: entry.value.sequence == nil)
    return Located(calls, at: entry.key.location)
  }

  private mutating func ending(_ node: YAMLNode, of tool: ToolID) -> ScriptedEnding? {
    if let outcome = node.located { return ScriptedEnding(outcome: Outcome(rawValue: outcome.value), fields: [:]) }
    guard let entry = node.mapping?.first, node.mapping?.count == 1 else {
      report(
        "bad-value", "'\(tool)' needs one outcome.", "Write 'failed', 'unsure' or an outcome of the tool.", node.location)
      return nil
    }
    return ScriptedEnding(outcome: Outcome(rawValue: entry.key.value), fields: entry.value.writtenFields)
  }

  /// `{reply: "…"}`, `{out: …}` or `failed`.
  private mutating func scriptedModel(_ node: YAMLNode) -> Located<ScriptedModel>? {
    if node.located?.value == "failed" { return Located(.failed, at: node.location) }
    if let entry = node.mapping?.first, node.mapping?.count == 1 {
      if entry.key.value == "reply", let text = entry.value.located { return Located(.reply(text.value), at: node.location) }
      if entry.key.value == "out" {
        let isNamed = entry.value.mapping != nil
        return Located(.out(isNamed ? entry.value.writtenFields : ["out": entry.value.written]), at: node.location)
      }
    }
    report(
      "bad-value", "A language model answers with 'reply', with 'out', or has 'failed'.",
      "Write it like {reply: \"Gladly.\"} or {out: refund}.", node.location)
    return nil
  }

  // MARK: What must come of it

  private mutating func pattern(_ node: YAMLNode) -> Located<ReplyPattern>? {
    guard let text = node.located else { return nil }
    let pattern = ReplyPattern(text.value)
    if pattern.complaint != nil {
      report(
        "bad-pattern", "'\(text.value)' is no regular expression.", "Mend it, or leave out the slashes and use '*'.",
        text.location)
    }
    return Located(pattern, at: text.location)
  }

  private func slot(_ entry: YAMLEntry) -> Located<SlotExpectation> {
    let slot = SlotID(rawValue: entry.key.value)
    return Located(SlotExpectation(slot: slot, value: entry.value.written), at: entry.key.location)
  }

  /// `calendar.create`, or `calendar.create: {title: "Sync"}`.
  private func calls(_ node: YAMLNode) -> [Located<CallExpectation>] {
    if let name = node.located { return [name.map { CallExpectation(tool: ToolID(rawValue: $0), arguments: [:]) }] }
    return (node.mapping ?? []).map { entry in
      let tool = ToolID(rawValue: entry.key.value)
      return Located(CallExpectation(tool: tool, arguments: entry.value.writtenFields), at: entry.key.location)
    }
  }
}
