// Fields of what is there, and what is built of parts.

extension Evaluator {
  mutating func select(_ node: CheckedNode, _ target: Value, _ field: String) throws(EvaluationError) -> Value {
    switch target {
    case .map(let map):
      if let value = try lookUp(field, in: map, at: node) { return value }
      throw EvaluationError("The map has no key \"\(field)\".", at: node.offset)
    case .object(let object):
      if state.dialect == .standard, target.optionalContent(in: .standard) != nil {
        return try optionalSelect(node, target, field)
      }
      if let value = object[field] { return value }
      // A declared field that is not set has nothing to show, which is what `empty` means.
      if case .optional = state.context.objects[object.type]?.fields.first(where: { $0.name == field })?.type { return .empty }
      throw EvaluationError("The \(object.type) has no \"\(field)\".", at: node.offset)
    case .empty: return .empty
    case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .timestamp, .duration, .date, .time, .type:
      throw EvaluationError("\(target.shallowType.withArticle.sentenceStart) has no \"\(field)\".", at: node.offset)
    }
  }

  /// Maps are searched from their beginning: that is paid for.
  private mutating func lookUp(_ field: String, in map: MapValue, at node: CheckedNode) throws(EvaluationError) -> Value? {
    try charge(map.entries.count / 8, at: node)
    return map[.string(field)]
  }

  mutating func optionalSelect(_ node: CheckedNode, _ target: Value, _ field: String) throws(EvaluationError) -> Value {
    let content: Value
    switch target.optionalContent(in: state.dialect) {
    case .nothing: return .optional(nil, in: state.dialect)
    case .value(let held): content = held
    case nil: content = target
    }
    switch content {
    case .map(let map): return .optional(try lookUp(field, in: map, at: node), in: state.dialect)
    case .object(let object): return .optional(object[field], in: state.dialect)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .timestamp, .duration, .date, .time, .empty, .type:
      throw EvaluationError("\(content.shallowType.withArticle.sentenceStart) has no \"\(field)\".", at: node.offset)
    }
  }

  mutating func holds(_ node: CheckedNode, _ target: Value, _ field: String) throws(EvaluationError) -> Bool {
    switch target {
    case .map(let map): return try lookUp(field, in: map, at: node) != nil
    case .object(let object):
      if state.dialect == .standard, let content = target.optionalContent(in: .standard) {
        guard case .value(let held) = content else { return false }
        return try holds(node, held, field)
      }
      return object[field].map { $0 != .empty } ?? false
    case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .timestamp, .duration, .date, .time, .empty, .type:
      guard state.dialect == .standard else { return false }
      throw EvaluationError("\(target.shallowType.withArticle.sentenceStart) has no \"\(field)\".", at: node.offset)
    }
  }

  /// The value of a part; nil where it stands behind a `?` and holds nothing.
  private mutating func part(_ node: CheckedNode, isOptional: Bool) throws(EvaluationError) -> Value? {
    let value = try value(of: node)
    guard isOptional else { return value }
    switch value.optionalContent(in: state.dialect) {
    case .value(let held): return held
    case .nothing: return nil
    case nil:
      throw EvaluationError("This is \(value.shallowType.withArticle) where an optional value is needed.", at: node.offset)
    }
  }

  mutating func items(_ items: [CheckedNode.Item]) throws(EvaluationError) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(items.count)
    for item in items {
      if let value = try part(item.value, isOptional: item.isOptional) { values.append(value) }
    }
    return values
  }

  mutating func map(_ entries: [CheckedNode.Entry]) throws(EvaluationError) -> MapValue {
    var map = MapValue()
    for entry in entries {
      let key = try value(of: entry.key)
      try admit(key, to: map, at: entry.key)
      if let value = try part(entry.value, isOptional: entry.isOptional) { map.entries.append(.init(key: key, value: value)) }
    }
    return map
  }

  /// A key has to be of a type that keys are of, and new.
  mutating func admit(_ key: Value, to map: MapValue, at node: CheckedNode) throws(EvaluationError) {
    try charge(map.entries.count / 8, at: node)
    guard key.isMapKey else { throw EvaluationError("A map has no keys of type \(key.shallowType).", at: node.offset) }
    guard map[key] == nil else { throw EvaluationError("The key \(key) comes twice.", at: node.offset) }
  }

  mutating func object(_ type: String, _ fields: [CheckedNode.Field]) throws(EvaluationError) -> ObjectValue {
    var object = ObjectValue(type: type)
    for field in fields {
      let value = try part(field.value, isOptional: field.isOptional)
      object[field.name] = value == .null || value == .empty ? nil : value
    }
    return object
  }

  mutating func message(
    _ node: CheckedNode, _ message: WellKnownMessage, _ fields: [CheckedNode.Field]
  ) throws(EvaluationError) -> Value {
    var values: [String: Value] = [:]
    for field in fields {
      guard let value = try part(field.value, isOptional: field.isOptional) else { continue }
      values[field.name] = value
    }
    do { return try message.value(values) } catch { throw EvaluationError(error.message, at: node.offset) }
  }
}

extension Value {
  fileprivate var isMapKey: Bool {
    switch self {
    case .bool, .int, .uint, .string: true
    case .null, .double, .bytes, .list, .map, .timestamp, .duration, .date, .time, .object, .empty, .type: false
    }
  }
}
