import MuseDefinition
import MuseExpression

extension Effect: Codable {
  private enum CodingKeys: String, CodingKey {
    case happened, reply
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .happened(let event): try container.encode(event, forKey: .happened)
    case .work(let work): try work.encode(to: encoder)
    case .reply(let reply): try container.encode(reply, forKey: .reply)
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let event = try container.decodeIfPresent(Event.self, forKey: .happened) {
      self = .happened(event)
    } else if let reply = try container.decodeIfPresent(Reply.self, forKey: .reply) {
      self = .reply(reply)
    } else {
      self = .work(try Work(from: decoder))
    }
  }
}

extension Work: Codable {
  private enum CodingKeys: String, CodingKey {
    case call, generate, handoff
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .call(let call): try container.encode(call, forKey: .call)
    case .generate(let generation): try container.encode(generation, forKey: .generate)
    case .handoff(let request): try container.encode(request, forKey: .handoff)
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let call = try container.decodeIfPresent(Call.self, forKey: .call) {
      self = .call(call)
    } else if let generation = try container.decodeIfPresent(Generation.self, forKey: .generate) {
      self = .generate(generation)
    } else {
      self = .handoff(try container.decode(HandoffRequest.self, forKey: .handoff))
    }
  }
}

extension Reply: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, answers, text, buttons, attachments, speaker, relayed, stopped
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encodeIfPresent(answers, forKey: .answers)
    try container.encode(text, forKey: .text)
    try container.encodeUnlessEmpty(buttons, forKey: .buttons)
    try container.encodeUnlessEmpty(attachments, forKey: .attachments)
    try container.encodeIfPresent(speaker, forKey: .speaker)
    if relayed { try container.encode(true, forKey: .relayed) }
    try container.encode(stopped, forKey: .stopped)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(ReplyID.self, forKey: .id),
      answers: try container.decodeIfPresent(MessageID.self, forKey: .answers),
      text: try container.decode(String.self, forKey: .text),
      buttons: try container.decodeIfPresent([Button].self, forKey: .buttons) ?? [],
      attachments: try container.decodeIfPresent([String].self, forKey: .attachments) ?? [],
      speaker: try container.decodeIfPresent(String.self, forKey: .speaker),
      relayed: try container.decodeIfPresent(Bool.self, forKey: .relayed) ?? false,
      stopped: try container.decodeIfPresent(Bool.self, forKey: .stopped) ?? false)
  }
}

extension Event: Codable {
  private enum CodingKeys: String, CodingKey {
    case entered, left, outcome, changed, value, heard, refused, waits, ended, trouble, reason
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .entered(let node): try container.encode(node, forKey: .entered)
    case .left(let node, let outcome):
      try container.encode(node, forKey: .left)
      try container.encode(outcome, forKey: .outcome)
    case .changed(let slot, let value):
      try container.encode(slot, forKey: .changed)
      try container.encodeIfPresent(value, forKey: .value)
    case .heard(let intent): try container.encode(intent, forKey: .heard)
    case .refused(let slot): try container.encode(slot, forKey: .refused)
    case .waits(let node): try container.encode(node, forKey: .waits)
    case .ended(let name): try container.encode(name, forKey: .ended)
    case .trouble(let node, let reason):
      try container.encode(node, forKey: .trouble)
      try container.encode(reason, forKey: .reason)
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let key = container.allKeys.first(where: { ![.outcome, .value, .reason].contains($0) }) else {
      throw DecodingError.dataCorrupted(.init(codingPath: container.codingPath, debugDescription: "An event of no known kind."))
    }
    switch key {
    case .entered: self = .entered(try container.decode(NodeID.self, forKey: key))
    case .left:
      self = .left(try container.decode(NodeID.self, forKey: key), try container.decode(Outcome.self, forKey: .outcome))
    case .changed:
      self = .changed(try container.decode(SlotID.self, forKey: key), try container.decodeIfPresent(Value.self, forKey: .value))
    case .heard: self = .heard(try container.decode(IntentID.self, forKey: key))
    case .refused: self = .refused(try container.decode(SlotID.self, forKey: key))
    case .waits: self = .waits(try container.decode(NodeID.self, forKey: key))
    case .ended: self = .ended(try container.decode(String.self, forKey: key))
    case .trouble, .outcome, .value, .reason:
      self = .trouble(try container.decode(NodeID.self, forKey: .trouble), try container.decode(String.self, forKey: .reason))
    }
  }
}
