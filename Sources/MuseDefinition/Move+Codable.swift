import MuseExpression

/// The form of moves in journals, as JSON: one object with the move's name as its key (`{"agree": true}`, `{"choose": 2}`,
/// `{"tell": "start", "timePart": "16:00:00", "edit": "plain"}`), and `span` where words stand behind it.
extension Move: Codable {
  private enum CodingKeys: String, CodingKey {
    case tell, edit, value, words, datePart, timePart, timeParts, readings, manyDays
    case reopen, agree, refuse, choose, none, intent, cancel, skip, `repeat`, help, startOver, nonsense
    case span
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    if let span { try container.encode([span.lowerBound, span.upperBound], forKey: .span) }
    switch kind {
    case .tell(let slot, let telling, let edit):
      try container.encode(slot, forKey: .tell)
      try container.encode(edit, forKey: .edit)
      try Move.encode(telling, into: &container)
    case .reopen(let slot): try container.encode(slot, forKey: .reopen)
    case .choose(let number): try container.encode(number, forKey: .choose)
    case .intent(let intent): try container.encode(intent, forKey: .intent)
    case .agree: try container.encode(true, forKey: .agree)
    case .refuse: try container.encode(true, forKey: .refuse)
    case .none: try container.encode(true, forKey: .none)
    case .cancel: try container.encode(true, forKey: .cancel)
    case .skip: try container.encode(true, forKey: .skip)
    case .repeat: try container.encode(true, forKey: .repeat)
    case .help: try container.encode(true, forKey: .help)
    case .startOver: try container.encode(true, forKey: .startOver)
    case .nonsense: try container.encode(true, forKey: .nonsense)
    }
  }

  private static func encode(_ telling: Telling, into container: inout KeyedEncodingContainer<CodingKeys>) throws {
    switch telling {
    case .value(let value): try container.encode(value, forKey: .value)
    case .words(let words): try container.encode(words, forKey: .words)
    case .datePart(let date): try container.encode(date, forKey: .datePart)
    case .timePart(let time): try container.encode(time, forKey: .timePart)
    case .ambiguousTimePart(let times): try container.encode(times, forKey: .timeParts)
    case .ambiguous(let values): try container.encode(values, forKey: .readings)
    case .manyDays(let days): try container.encode(days, forKey: .manyDays)
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    span = try container.decodeIfPresent([Int].self, forKey: .span).flatMap {
      $0.count == 2 && $0[0] <= $0[1] ? $0[0]..<$0[1] : nil
    }
    kind = try Move.kind(from: container)
  }

  private static func kind(from container: KeyedDecodingContainer<CodingKeys>) throws -> Kind {
    if let slot = try container.decodeIfPresent(SlotID.self, forKey: .tell) {
      let edit = try container.decodeIfPresent(Edit.self, forKey: .edit) ?? .plain
      return .tell(slot, try telling(from: container), edit)
    }
    if let slot = try container.decodeIfPresent(SlotID.self, forKey: .reopen) { return .reopen(slot) }
    if let number = try container.decodeIfPresent(Int.self, forKey: .choose) { return .choose(number) }
    if let intent = try container.decodeIfPresent(IntentID.self, forKey: .intent) { return .intent(intent) }
    for (key, kind) in plainKinds where container.contains(key) { return kind }
    throw DecodingError.dataCorrupted(.init(codingPath: container.codingPath, debugDescription: "A move of no known kind."))
  }

  private static let plainKinds: [(CodingKeys, Kind)] = [
    (.agree, .agree), (.refuse, .refuse), (.none, .none), (.cancel, .cancel), (.skip, .skip), (.repeat, .repeat), (.help, .help),
    (.startOver, .startOver), (.nonsense, .nonsense),
  ]

  private static func telling(from container: KeyedDecodingContainer<CodingKeys>) throws -> Telling {
    if let words = try container.decodeIfPresent(String.self, forKey: .words) { return .words(words) }
    if let date = try container.decodeIfPresent(CivilDate.self, forKey: .datePart) { return .datePart(date) }
    if let time = try container.decodeIfPresent(TimeOfDay.self, forKey: .timePart) { return .timePart(time) }
    if let times = try container.decodeIfPresent([TimeOfDay].self, forKey: .timeParts) { return .ambiguousTimePart(times) }
    if let values = try container.decodeIfPresent([Value].self, forKey: .readings) { return .ambiguous(values) }
    if let days = try container.decodeIfPresent(ManyDays.self, forKey: .manyDays) { return .manyDays(days) }
    return .value(try container.decode(Value.self, forKey: .value))
  }
}

/// As inside a move: one half of a `datetime` that waits in a state.
extension Move.Telling: Codable {
  public func encode(to encoder: any Encoder) throws { try Move(.tell("", self, .plain)).encode(to: encoder) }

  public init(from decoder: any Decoder) throws {
    guard case .tell(_, let telling, _) = try Move(from: decoder).kind else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "Not something told."))
    }
    self = telling
  }
}
