import MuseDefinition
import MuseExpression

// The checkpoint's form (LANGUAGE, "Turns, effects, time"): a field that holds nothing is left out, so that a state is as large as
// what is known, and a later build reads an earlier one's.

extension ThreadState: Codable {
  /// Written into every checkpoint. A build reads its own version and those before it.
  public static let formatVersion: Int = 1

  private enum CodingKeys: String, CodingKey {
    case version, graph, run, turn, delivered, effects, slots, facts, yeses, place, outer, kept, open
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(ThreadState.formatVersion, forKey: .version)
    try container.encode(graph, forKey: .graph)
    try container.encode(run, forKey: .run)
    try container.encode(turn, forKey: .turn)
    try container.encode(delivered, forKey: .delivered)
    try container.encode(effects, forKey: .effects)
    try container.encodeUnlessEmpty(slots, forKey: .slots)
    try container.encodeUnlessEmpty(facts, forKey: .facts)
    try container.encodeUnlessEmpty(yeses, forKey: .yeses)
    try container.encode(place, forKey: .place)
    try container.encodeIfPresent(outer, forKey: .outer)
    try container.encodeIfPresent(kept, forKey: .kept)
    try container.encodeIfPresent(open, forKey: .open)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let version = try container.decode(Int.self, forKey: .version)
    guard version <= ThreadState.formatVersion else {
      throw DecodingError.dataCorruptedError(
        forKey: .version, in: container,
        debugDescription: "The checkpoint has format \(version); this build reads up to \(ThreadState.formatVersion).")
    }
    self.init(graph: try container.decode(Fingerprint.self, forKey: .graph))
    run = try container.decode(Int.self, forKey: .run)
    turn = try container.decode(ReplyID.self, forKey: .turn)
    delivered = try container.decode(ReplyID.self, forKey: .delivered)
    effects = try container.decode(Int.self, forKey: .effects)
    slots = try container.decodeIfPresent([SlotID: SlotContent].self, forKey: .slots) ?? [:]
    facts = try container.decodeIfPresent([SlotID: Value].self, forKey: .facts) ?? [:]
    yeses = try container.decodeIfPresent([LiveYes].self, forKey: .yeses) ?? []
    place = try container.decode(Place.self, forKey: .place)
    outer = try container.decodeIfPresent(Place.self, forKey: .outer)
    kept = try container.decodeIfPresent(KeptIntent.self, forKey: .kept)
    open = try container.decodeIfPresent(Turn.self, forKey: .open)
  }
}

extension SlotContent: Codable {
  private enum CodingKeys: String, CodingKey {
    case value, part, words, options
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(value, forKey: .value)
    try container.encodeIfPresent(part, forKey: .part)
    try container.encodeUnlessEmpty(words, forKey: .words)
    try container.encodeUnlessEmpty(options, forKey: .options)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      value: try container.decodeIfPresent(Value.self, forKey: .value),
      part: try container.decodeIfPresent(Move.Telling.self, forKey: .part),
      words: try container.decodeIfPresent([SpokenWords].self, forKey: .words) ?? [],
      options: try container.decodeIfPresent([Awaiting.Option].self, forKey: .options) ?? [])
  }
}

extension Place: Codable {
  private enum CodingKeys: String, CodingKey {
    case beginning, waiting, calling, ended, after
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .beginning: try container.encode(true, forKey: .beginning)
    case .waiting(let wait): try container.encode(wait, forKey: .waiting)
    case .calling(let pending): try container.encode(pending, forKey: .calling)
    case .ended(let name, let after):
      try container.encode(name, forKey: .ended)
      try container.encode(after.rawValue, forKey: .after)
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let wait = try container.decodeIfPresent(Wait.self, forKey: .waiting) {
      self = .waiting(wait)
    } else if let pending = try container.decodeIfPresent(PendingCall.self, forKey: .calling) {
      self = .calling(pending)
    } else if let name = try container.decodeIfPresent(String.self, forKey: .ended) {
      let after = EndNode.After(rawValue: try container.decode(String.self, forKey: .after))
      guard let after else {
        throw DecodingError.dataCorruptedError(forKey: .after, in: container, debugDescription: "Unknown way to end.")
      }
      self = .ended(name, after)
    } else {
      _ = try container.decode(Bool.self, forKey: .beginning)
      self = .beginning
    }
  }
}

extension Wait: Codable {
  private enum CodingKeys: String, CodingKey {
    case node, question, asked, tries, choosing, options
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(node, forKey: .node)
    try container.encode(question, forKey: .question)
    try container.encodeIfPresent(asked, forKey: .asked)
    if tries != 0 { try container.encode(tries, forKey: .tries) }
    if choosing { try container.encode(true, forKey: .choosing) }
    try container.encodeUnlessEmpty(options, forKey: .options)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      node: try container.decode(NodeID.self, forKey: .node),
      question: try container.decode(ReplyID.self, forKey: .question),
      asked: try container.decodeIfPresent(SlotID.self, forKey: .asked),
      tries: try container.decodeIfPresent(Int.self, forKey: .tries) ?? 0,
      choosing: try container.decodeIfPresent(Bool.self, forKey: .choosing) ?? false,
      options: try container.decodeIfPresent([Awaiting.Option].self, forKey: .options) ?? [])
  }
}

extension PendingCall: Codable {
  private enum CodingKeys: String, CodingKey {
    case call, lookup, words, progress
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(call, forKey: .call)
    guard case .lookup(let slot, let words, let progress) = purpose else { return }
    try container.encode(slot, forKey: .lookup)
    try container.encode(words, forKey: .words)
    try container.encode(progress, forKey: .progress)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    call = try container.decode(Call.self, forKey: .call)
    guard let slot = try container.decodeIfPresent(SlotID.self, forKey: .lookup) else {
      purpose = .node
      return
    }
    purpose = .lookup(
      slot, try container.decode(SpokenWords.self, forKey: .words), try container.decode(AskProgress.self, forKey: .progress))
  }
}

extension KeyedEncodingContainer {
  mutating func encodeUnlessEmpty(_ values: some Collection & Encodable, forKey key: Key) throws {
    if !values.isEmpty { try encode(values, forKey: key) }
  }
}
