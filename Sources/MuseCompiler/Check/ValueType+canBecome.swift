import MuseDefinition
import MuseExpression

extension ValueType {
  /// Whether a value of this type may stand where `other` is expected. What may be unset may only stand where that is allowed.
  func canBecome(_ other: ValueType) -> Bool {
    switch (self, other) {
    case (.dyn, _), (_, .dyn): true
    case (.optional(let left), .optional(let right)): left.canBecome(right)
    case (_, .optional(let right)): self == .null || canBecome(right)
    case (.list(let left), .list(let right)): left.canBecome(right)
    case (.map(let leftKey, let left), .map(let rightKey, let right)): leftKey.canBecome(rightKey) && left.canBecome(right)
    default: self == other
    }
  }

  /// Without the outermost `optional`.
  var unwrapped: ValueType {
    if case .optional(let wrapped) = self { wrapped } else { self }
  }
}

extension SlotType {
  var isOptional: Bool {
    if case .optional = self { true } else { false }
  }
}
