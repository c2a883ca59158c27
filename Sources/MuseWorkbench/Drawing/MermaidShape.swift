import MuseDefinition

/// The brackets that give a node its shape.
struct MermaidShape {
  var opening: String
  var closing: String

  init(of kind: NodeKind) {
    switch kind {
    case .say: self.init("[", "]")
    case .ask: self.init("[/", "/]")
    case .classify: self.init("{{", "}}")
    case .confirm: self.init("{", "}")
    case .call(let call): self = call.effect == .writes ? MermaidShape("[(", ")]") : MermaidShape("[[", "]]")
    case .set: self.init("(", ")")
    case .when: self.init("[/", "\\]")
    case .llm: self.init("[\\", "\\]")
    case .run, .each: self.init("[[", "]]")
    case .wait: self.init(">", "]")
    case .handoff: self.init("([", "])")
    case .end: self.init("(((", ")))")
    }
  }

  private init(_ opening: String, _ closing: String) {
    self.opening = opening
    self.closing = closing
  }
}

extension NodeKind {
  var isWrite: Bool {
    switch self {
    case .call(let call): return call.effect == .writes
    case .each(let each):
      guard case .call(let call) = each.body else { return false }
      return call.effect == .writes
    case .say, .ask, .classify, .confirm, .llm, .set, .when, .run, .wait, .handoff, .end: return false
    }
  }
}
