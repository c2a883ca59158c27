import MuseDefinition
import MuseExpression

// The checkpoint's form (LANGUAGE, "Turns, effects, time"): a field that holds nothing is left out, so that a state is as large as
// what is known, and a later build reads an earlier one's.

extension ThreadState: Codable {
  /// Written into every checkpoint. A build reads its own version and those before it.
  public static let formatVersion: Int = 1

  private enum CodingKeys: String, CodingKey {
    case version, graph, run, turn, delivered, effects, slots, facts, yeses, place, outer, kept, open
    case graphName, callers, timers, zone, locale, written, past, transcript
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
    try container.encodeIfPresent(graphName, forKey: .graphName)
    try container.encodeUnlessEmpty(callers, forKey: .callers)
    if timers != 0 { try container.encode(timers, forKey: .timers) }
    try container.encodeIfPresent(zone, forKey: .zone)
    try container.encodeIfPresent(locale, forKey: .locale)
    try container.encodeUnlessEmpty(written, forKey: .written)
    try container.encodeIfPresent(past, forKey: .past)
    try container.encodeUnlessEmpty(transcript, forKey: .transcript)
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
    outer = try container.decodeIfPresent(Left.self, forKey: .outer)
    kept = try container.decodeIfPresent(KeptIntent.self, forKey: .kept)
    open = try container.decodeIfPresent(Turn.self, forKey: .open)
    graphName = try container.decodeIfPresent(GraphName.self, forKey: .graphName)
    callers = try container.decodeIfPresent([Frame].self, forKey: .callers) ?? []
    timers = try container.decodeIfPresent(Int.self, forKey: .timers) ?? 0
    zone = try container.decodeIfPresent(String.self, forKey: .zone)
    locale = try container.decodeIfPresent(LocaleID.self, forKey: .locale)
    written = try container.decodeIfPresent([Written].self, forKey: .written) ?? []
    past = try container.decodeIfPresent(Past.self, forKey: .past)
    transcript = try container.decodeIfPresent([Line].self, forKey: .transcript) ?? []
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
    case beginning, waiting, calling, sharing, ended, after
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .beginning: try container.encode(true, forKey: .beginning)
    case .waiting(let wait): try container.encode(wait, forKey: .waiting)
    case .working(let pending): try container.encode(pending, forKey: .calling)
    case .sharing(let progress): try container.encode(progress, forKey: .sharing)
    case .ended(let name, let after):
      try container.encode(name, forKey: .ended)
      try container.encode(after.rawValue, forKey: .after)
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let wait = try container.decodeIfPresent(Wait.self, forKey: .waiting) {
      self = .waiting(wait)
    } else if let pending = try container.decodeIfPresent(PendingWork.self, forKey: .calling) {
      self = .working(pending)
    } else if let progress = try container.decodeIfPresent(EachProgress.self, forKey: .sharing) {
      self = .sharing(progress)
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
    case node, question, asked, tries, choosing, options, timers, silence, buttons, staff, undoing, reopened, helps, wording
    case shown, ownButtons
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(node, forKey: .node)
    try container.encode(question, forKey: .question)
    try container.encodeIfPresent(asked, forKey: .asked)
    if tries != 0 { try container.encode(tries, forKey: .tries) }
    if choosing { try container.encode(true, forKey: .choosing) }
    try container.encodeUnlessEmpty(options, forKey: .options)
    try container.encodeUnlessEmpty(timers, forKey: .timers)
    if countsSilence { try container.encode(true, forKey: .silence) }
    try container.encodeUnlessEmpty(buttons, forKey: .buttons)
    try container.encodeIfPresent(staff, forKey: .staff)
    try container.encodeIfPresent(undoing, forKey: .undoing)
    try container.encodeIfPresent(reopened, forKey: .reopened)
    if helps != 0 { try container.encode(helps, forKey: .helps) }
    try container.encodeIfPresent(wording, forKey: .wording)
    try container.encodeUnlessEmpty(shown, forKey: .shown)
    try container.encodeUnlessEmpty(ownButtons, forKey: .ownButtons)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      node: try container.decode(NodeID.self, forKey: .node),
      question: try container.decode(ReplyID.self, forKey: .question),
      asked: try container.decodeIfPresent(SlotID.self, forKey: .asked),
      tries: try container.decodeIfPresent(Int.self, forKey: .tries) ?? 0,
      choosing: try container.decodeIfPresent(Bool.self, forKey: .choosing) ?? false,
      options: try container.decodeIfPresent([Awaiting.Option].self, forKey: .options) ?? [],
      timers: try container.decodeIfPresent([WaitTimer].self, forKey: .timers) ?? [],
      buttons: try container.decodeIfPresent([Button].self, forKey: .buttons) ?? [],
      staff: try container.decodeIfPresent(String.self, forKey: .staff),
      undoing: try container.decodeIfPresent(EffectID.self, forKey: .undoing),
      reopened: try container.decodeIfPresent(SlotID.self, forKey: .reopened),
      helps: try container.decodeIfPresent(Int.self, forKey: .helps) ?? 0,
      wording: try container.decodeIfPresent(String.self, forKey: .wording))
    countsSilence = try container.decodeIfPresent(Bool.self, forKey: .silence) ?? false
    shown = try container.decodeIfPresent([SlotID: Value].self, forKey: .shown) ?? [:]
    ownButtons = try container.decodeIfPresent([Button].self, forKey: .ownButtons) ?? []
  }
}

extension FailedWrite: Codable {
  private enum CodingKeys: String, CodingKey {
    case effect, arguments
  }

  package init(from decoder: any Decoder) throws {
    // Earlier builds wrote the id alone.
    if let effect = try? decoder.singleValueContainer().decode(EffectID.self) {
      self.init(effect: effect, arguments: nil)
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      effect: try container.decode(EffectID.self, forKey: .effect),
      arguments: try container.decodeIfPresent([String: Value].self, forKey: .arguments))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(effect, forKey: .effect)
    try container.encodeIfPresent(arguments, forKey: .arguments)
  }
}

extension PendingWork: Codable {
  private enum CodingKeys: String, CodingKey {
    case lookup, words, progress, undo
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try work.encode(to: encoder)
    switch purpose {
    case .node: break
    case .undo(let wait): try container.encode(wait, forKey: .undo)
    case .lookup(let slot, let words, let progress):
      try container.encode(slot, forKey: .lookup)
      try container.encode(words, forKey: .words)
      try container.encode(progress, forKey: .progress)
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    work = try Work(from: decoder)
    guard let slot = try container.decodeIfPresent(SlotID.self, forKey: .lookup) else {
      purpose = try Self.undoing(at: work.node, in: container).map { .undo($0) } ?? .node
      return
    }
    purpose = .lookup(
      slot, try container.decode(SpokenWords.self, forKey: .words), try container.decode(AskProgress.self, forKey: .progress))
  }
}

extension PendingWork {
  /// The wait at which a write was offered to be taken back. Earlier builds wrote the id of the write alone.
  private static func undoing(at node: NodeID, in container: KeyedDecodingContainer<CodingKeys>) throws -> Wait? {
    if let write = try? container.decodeIfPresent(EffectID.self, forKey: .undo) {
      return Wait(node: node, question: .none, undoing: write)
    }
    return try container.decodeIfPresent(Wait.self, forKey: .undo)
  }
}

extension KeyedEncodingContainer {
  mutating func encodeUnlessEmpty(_ values: some Collection & Encodable, forKey key: Key) throws {
    if !values.isEmpty { try encode(values, forKey: key) }
  }
}
