extension FunctionCatalogue {
  static let listOrder: [FunctionEntry] = [
    FunctionEntry(
      "sort", "The items of a list from the smallest to the largest; all of one type.",
      examples: [
        FunctionExample("[3, 1, 2].sort()", prints: "[1, 2, 3]"), FunctionExample("['b', 'a'].sort()", prints: #"["a", "b"]"#),
      ],
      overloads: [
        listMethod([], .list(.any("A"))) { items, _, state throws(FunctionFailure) in
          .list(try state.order(of: items).map { items[$0] })
        }
      ])
  ]
}

extension EvaluationState {
  /// The places of the values from the smallest to the largest; equal ones stay as they stand.
  mutating func order(of values: [Value]) throws(FunctionFailure) -> [Int] {
    guard let first = values.first else { return [] }
    for value in values {
      guard value.shallowType == first.shallowType, value.shallowType.hasOrder else {
        throw FunctionFailure(
          "\(first.shallowType.withArticle.sentenceStart) and \(value.shallowType.withArticle) have no order.")
      }
      try charge(characters: value.length)
    }
    try charge(values.count * (64 - values.count.leadingZeroBitCount) / 4)
    return values.indices.sorted { values[$0].stands(before: values[$1]) ?? ($0 < $1) }
  }
}

extension Value {
  /// How many bytes comparing it may look at.
  fileprivate var length: Int {
    switch self {
    case .string(let text): text.utf8.count
    case .bytes(let bytes): bytes.count
    case .null, .bool, .int, .uint, .double, .list, .map, .timestamp, .duration, .date, .time, .object, .empty, .type: 0
    }
  }

  /// Nil for equal values. `NaN` stands behind every other number, so that there is an order at all.
  fileprivate func stands(before other: Value) -> Bool? {
    switch celOrder(other) {
    case .less: return true
    case .greater: return false
    case .equal: return nil
    case Order.none?, nil:
      if case (.double(let left), .double(let right)) = (self, other), left.isNaN != right.isNaN { return right.isNaN }
      return nil
    }
  }
}
