extension Value {
  /// CEL's `==`: numbers of different types are equal if they stand for the same number, `NaN` equals nothing, the order of a
  /// map's entries does not count, and what a person declined equals `null`.
  public func celEquals(_ other: Value) -> Bool {
    var steps = Int.max
    return celEquals(other, steps: &steps)
  }

  /// Stops, and says false, when the steps are used up: values that share parts may be far larger than they look.
  func celEquals(_ other: Value, steps: inout Int) -> Bool {
    guard steps > 0 else { return false }
    steps -= 1
    switch (self, other) {
    case (.list(let left), .list(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.celEquals($1, steps: &steps) }
    case (.map(let left), .map(let right)): return left.celEquals(right, steps: &steps)
    case (.object(let left), .object(let right)): return left.celEquals(right, steps: &steps)
    case (.null, .empty), (.empty, .null): return true
    // By code points, as CEL has it: Swift's own equality takes canonically equivalent texts for equal.
    case (.string(let left), .string(let right)):
      steps -= min(left.utf8.count, right.utf8.count) / 16
      return left.utf8.elementsEqual(right.utf8)
    case (.int(let left), .int(let right)): return left == right
    case (.double(let left), .double(let right)): return left == right
    case (.int, _), (.uint, _), (.double, _): return numericOrder(other) == .equal
    case (.null, _), (.bool, _), (.string, _), (.bytes, _), (.list, _), (.map, _), (.timestamp, _), (.duration, _), (.date, _),
      (.time, _), (.object, _), (.empty, _), (.type, _):
      return self == other
    }
  }

  /// How many values it is made of, itself included; counting stops at the limit.
  func size(upTo limit: Int) -> Int {
    var left = limit
    count(&left)
    return limit - left
  }

  private func count(_ left: inout Int) {
    guard left > 0 else { return }
    left -= 1
    switch self {
    case .list(let items): for item in items where left > 0 { item.count(&left) }
    case .map(let map): for entry in map.entries where left > 0 { entry.value.count(&left) }
    case .object(let object): for field in object.fields where left > 0 { field.value.count(&left) }
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .time, .empty, .type: return
    }
  }
}

extension MapValue {
  /// The value of the key; `1`, `1u` and `1.0` are the same key.
  public subscript(key: Value) -> Value? { entries.first { $0.key.celEquals(key) }?.value }

  fileprivate func celEquals(_ other: MapValue, steps: inout Int) -> Bool {
    guard entries.count == other.entries.count else { return false }
    for entry in entries {
      steps = max(0, steps - other.entries.count / 16)
      guard let value = other[entry.key], entry.value.celEquals(value, steps: &steps) else { return false }
    }
    return true
  }
}

extension ObjectValue {
  fileprivate func celEquals(_ other: ObjectValue, steps: inout Int) -> Bool {
    guard type == other.type, fields.count == other.fields.count else { return false }
    return zip(fields, other.fields).allSatisfy { $0.name == $1.name && $0.value.celEquals($1.value, steps: &steps) }
  }
}
