/// How two values stand to each other.
enum Order: Sendable {
  case less, equal, greater
  /// `NaN` stands in no order to anything.
  case none
}

extension Value {
  /// The order of two numbers of any types; nil if either is no number.
  func numericOrder(_ other: Value) -> Order? {
    switch (self, other) {
    case (.int(let left), .int(let right)): Order(left, right)
    case (.uint(let left), .uint(let right)): Order(left, right)
    case (.int(let left), .uint(let right)): left < 0 ? .less : Order(UInt64(left), right)
    case (.uint, .int), (.double, .int), (.double, .uint): other.numericOrder(self)?.reversed
    case (.double(let left), .double(let right)): Order(left, right)
    case (.int(let left), .double(let right)): Order(integer: left, right)
    case (.uint(let left), .double(let right)): Order(integer: left, right)
    case (.null, _), (.bool, _), (.int, _), (.uint, _), (.double, _), (.string, _), (.bytes, _), (.list, _), (.map, _),
      (.timestamp, _), (.duration, _), (.date, _), (.time, _), (.object, _), (.empty, _), (.type, _):
      nil
    }
  }

  /// The order that `<` and its kin go by; nil for values that have none.
  func celOrder(_ other: Value) -> Order? {
    switch (self, other) {
    case (.bool(let left), .bool(let right)): Order(left ? 1 : 0, right ? 1 : 0)
    // UTF-8 sorts as code points do.
    case (.string(let left), .string(let right)): Order(lexicographic: left.utf8, right.utf8)
    case (.bytes(let left), .bytes(let right)): Order(lexicographic: left, right)
    case (.timestamp(let left), .timestamp(let right)): Order(left, right)
    case (.duration(let left), .duration(let right)): Order(left, right)
    case (.date(let left), .date(let right)): Order(left, right)
    case (.time(let left), .time(let right)): Order(left, right)
    case (.null, _), (.bool, _), (.int, _), (.uint, _), (.double, _), (.string, _), (.bytes, _), (.list, _), (.map, _),
      (.timestamp, _), (.duration, _), (.date, _), (.time, _), (.object, _), (.empty, _), (.type, _):
      numericOrder(other)
    }
  }
}

extension Order {
  init<Item: Comparable>(_ left: Item, _ right: Item) {
    self = left < right ? .less : left == right ? .equal : left > right ? .greater : .none
  }

  init<Items: Sequence>(lexicographic left: Items, _ right: Items) where Items.Element: Comparable {
    self = left.lexicographicallyPrecedes(right) ? .less : left.elementsEqual(right) ? .equal : .greater
  }

  /// As CEL has it: within the integers' range the integer is taken as a double, which may round it.
  init<Integer: FixedWidthInteger>(integer left: Integer, _ right: Double) {
    self = Order(Double(left), right)
  }

  var reversed: Order {
    switch self {
    case .less: .greater
    case .greater: .less
    case .equal: .equal
    case .none: .none
    }
  }
}
