extension ValueType {
  /// Without `optional` around it.
  var unwrapped: ValueType {
    if case .optional(let wrapped) = self { wrapped.unwrapped } else { self }
  }

  var isNumber: Bool { self == .int || self == .uint || self == .double }

  /// Whether an expression of this type may stand where `expected` is asked for. What may be empty may stand where a value is
  /// asked for: the caller decides from the checked type whether it needs more.
  public func fits(_ expected: ValueType) -> Bool {
    switch (self, expected) {
    case (.dyn, _), (_, .dyn): true
    case (.null, .optional): true
    case (.optional(let wrapped), let expected): wrapped.fits(expected.unwrapped)
    case (let type, .optional(let wrapped)): type.fits(wrapped)
    case (.list(let element), .list(let other)): element.fits(other)
    case (.map(let key, let value), .map(let otherKey, let otherValue)): key.fits(otherKey) && value.fits(otherValue)
    case (.type, .type): true
    case (.null, _), (.bool, _), (.int, _), (.uint, _), (.double, _), (.string, _), (.bytes, _), (.list, _), (.map, _),
      (.timestamp, _), (.duration, _), (.date, _), (.time, _), (.object, _), (.type, _):
      self == expected
    }
  }

  /// The narrowest type that holds both; nil if only `dyn` does.
  func joined(with other: ValueType) -> ValueType? {
    switch (self, other) {
    case (.dyn, _), (_, .dyn): .dyn
    case (.null, .null): .null
    case (.null, let type), (let type, .null): .optional(type.unwrapped)
    case (.optional(let left), let right): left.joined(with: right.unwrapped).map { .optional($0) }
    case (let left, .optional(let right)): left.joined(with: right).map { .optional($0) }
    case (.list(let left), .list(let right)): left.joinedItems(with: right).map { .list($0) }
    case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
      .map(key: leftKey.joinedItems(with: rightKey) ?? .dyn, value: leftValue.joinedItems(with: rightValue) ?? .dyn)
    case (.type, .type): .type(.dyn)
    case (.bool, _), (.int, _), (.uint, _), (.double, _), (.string, _), (.bytes, _), (.list, _), (.map, _), (.timestamp, _),
      (.duration, _), (.date, _), (.time, _), (.object, _), (.type, _):
      self == other ? self : nil
    }
  }

  /// The items of an empty list are `dyn`, and become what the other list holds.
  private func joinedItems(with other: ValueType) -> ValueType? {
    self == .dyn ? other : other == .dyn ? self : joined(with: other)
  }

  /// False where `==` between the two could never be true.
  func canEqual(_ other: ValueType) -> Bool {
    switch (self, other) {
    case (.dyn, _), (_, .dyn): true
    case (.null, .optional), (.optional, .null): true
    case (.optional(let left), let right): left.canEqual(right.unwrapped)
    case (let left, .optional(let right)): left.canEqual(right)
    // Empty lists and maps of any kinds are equal, but nobody means that.
    case (.list(let left), .list(let right)): left.canEqual(right)
    case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
      leftKey.canEqual(rightKey) && leftValue.canEqual(rightValue)
    case (.type, .type): true
    case (.null, _), (.bool, _), (.int, _), (.uint, _), (.double, _), (.string, _), (.bytes, _), (.list, _), (.map, _),
      (.timestamp, _), (.duration, _), (.date, _), (.time, _), (.object, _), (.type, _):
      self == other || (isNumber && other.isNumber)
    }
  }
}
