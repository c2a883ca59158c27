import MuseDefinition

extension NodeDocument {
  init(entry: YAMLEntry) {
    let verb = NodeVerb.find(in: entry.value.mapping ?? [])
    let fields = Fields(entry.value, verb.keys)
    self.init(id: entry.key, action: Action(verb, fields))
    say = fields.spoken("say")
    forget = fields.texts("forget")
    next = fields["next"].flatMap(NextDocument.init)
    silence = SilenceDocument.all(in: fields["silence"])
  }
}

extension NodeDocument.Action {
  fileprivate init(_ verb: NodeVerb, _ fields: Fields) {
    guard case .one(let verb) = verb else {
      self = .broken
      return
    }
    self =
      switch verb {
      case .say: .say(.init(fields))
      case .ask: .ask(.init(fields))
      case .classify: .classify(.init(fields))
      case .confirm: .confirm(.init(fields))
      case .call: NodeDocument.Call(fields).map { .call($0) } ?? .broken
      case .set: .set(fields.bindings("set"))
      case .when: .when(.init(fields))
      case .llm: NodeDocument.LanguageModel(fields).map { .llm($0) } ?? .broken
      case .run: NodeDocument.Run(fields).map { .run($0) } ?? .broken
      case .each: NodeDocument.Each(fields).map { .each($0) } ?? .broken
      case .wait: .wait(.init(fields))
      case .handoff: NodeDocument.Handoff(fields).map { .handoff($0) } ?? .broken
      case .end: NodeDocument.End(fields).map { .end($0) } ?? .broken
      }
  }
}

extension NextDocument {
  init?(_ node: YAMLNode) {
    if let target = node.scalar {
      self = .single(target)
    } else if let entries = node.mapping {
      self = .byOutcome(entries.compactMap(Exit.init(entry:)), node.location)
    } else {
      return nil
    }
  }
}

extension NextDocument.Exit {
  init?(entry: YAMLEntry) {
    guard let target = entry.value.scalar else { return nil }
    self.init(outcome: entry.key, target: target)
  }
}
