extension FunctionCatalogue {
  static let collections: [FunctionEntry] = [
    FunctionEntry(
      "size", "How many items a list or map has, how many characters a text.",
      examples: [
        FunctionExample("size([1, 2])", prints: "2"), FunctionExample("'é'.size()", prints: "1"),
        FunctionExample("size({'a': 1})", prints: "1"),
      ],
      overloads: sizes(.function) + sizes(.method)),
    FunctionEntry(
      "@in", "True if the list holds the value, or the map the key.",
      examples: [FunctionExample("2 in [1, 2]", prints: "true"), FunctionExample("'b' in {'a': 1}", prints: "false")],
      overloads: [
        Overload(style: .function, parameters: [.any("A"), .list(.any("B"))], result: .plain(.bool)) {
          arguments, state throws(FunctionFailure) in
          guard case .list(let items) = arguments[1] else { return .null }
          for item in items where try state.equal(arguments[0], item) { return .bool(true) }
          return .bool(false)
        },
        Overload(style: .function, parameters: [.any("A"), .map(.any("B"), .any("C"))], result: .plain(.bool)) {
          arguments, state throws(FunctionFailure) in
          guard case .map(let map) = arguments[1] else { return .null }
          try state.charge(map.entries.count / 8)
          return .bool(map[arguments[0]] != nil)
        },
      ]),
    FunctionEntry(
      "_[_]", "The item of a list at a place counted from 0, or the value of a map's key.",
      examples: [FunctionExample("['a', 'b'][1]", prints: "\"b\""), FunctionExample("{'a': 1}['a']", prints: "1")],
      overloads: places.map(listIndex) + [mapIndex] + optionalTargets.map { optionalIndex($0, only: .standard) }),
    FunctionEntry(
      "_[?_]", "The item at a place, or the value of a key, or nothing where there is none.",
      examples: [
        FunctionExample("['a', 'b'][?2].orValue('none')", prints: "\"none\""),
        FunctionExample("{'a': 1}[?'a'].hasValue()", prints: "true"),
      ],
      overloads: (plainTargets + optionalTargets).map { optionalIndex($0) }),
  ]

  private static let places: [ParameterType] = [.plain(.int), .plain(.uint), .plain(.double)]

  private static let plainTargets: [(target: ParameterType, index: ParameterType, result: ParameterType)] =
    places.map { (.list(.any("A")), $0, .any("A")) } + [(.map(.any("A"), .any("B")), .any("C"), .any("B"))]

  private static let optionalTargets = plainTargets.map {
    (target: ParameterType.optional($0.target), index: $0.index, result: $0.result)
  }

  private static func sizes(_ style: Overload.Style) -> [Overload] {
    [
      .unary(style) { (text: String) in Int64(text.unicodeScalars.count) },
      .unary(style) { (bytes: Bytes) in Int64(bytes.array.count) },
      Overload(style: style, parameters: [.list(.any("A"))], result: .plain(.int)) { arguments, _ throws(FunctionFailure) in
        guard case .list(let items) = arguments[0] else { return .null }
        return .int(Int64(items.count))
      },
      Overload(style: style, parameters: [.map(.any("A"), .any("B"))], result: .plain(.int)) {
        arguments, _ throws(FunctionFailure) in
        guard case .map(let map) = arguments[0] else { return .null }
        return .int(Int64(map.entries.count))
      },
    ]
  }

  private static func listIndex(_ index: ParameterType) -> Overload {
    Overload(style: .function, parameters: [.list(.any("A")), index], result: .any("A")) { arguments, _ throws(FunctionFailure) in
      guard case .list(let items) = arguments[0] else { return .null }
      guard let index = arguments[1].wholeIndex else { throw FunctionFailure("The place \(arguments[1]) is no whole number.") }
      guard items.indices.contains(index) else {
        throw FunctionFailure("The list has \(items.count) items, and none at \(index): places are counted from 0.")
      }
      return items[index]
    }
  }

  private static let mapIndex = Overload(
    style: .function, parameters: [.map(.any("A"), .any("B")), .any("C")], result: .any("B")
  ) { arguments, state throws(FunctionFailure) in
    guard case .map(let map) = arguments[0] else { return .null }
    try state.charge(map.entries.count / 8)
    guard let value = map[arguments[1]] else { throw FunctionFailure("The map has no key \(arguments[1]).") }
    return value
  }

  private static func optionalIndex(
    _ types: (target: ParameterType, index: ParameterType, result: ParameterType), only dialect: Dialect? = nil
  ) -> Overload {
    Overload(
      style: .function, parameters: [types.target, types.index], result: .optional(types.result), only: dialect
    ) { arguments, state throws(FunctionFailure) in
      let dialect = state.dialect
      var target = arguments[0]
      switch target.optionalContent(in: dialect) {
      case .nothing: return .optional(nil, in: dialect)
      case .value(let content): target = content
      case nil: break
      }
      if case .map(let map) = target {
        try state.charge(map.entries.count / 8)
        return .optional(map[arguments[1]], in: dialect)
      }
      guard case .list(let items) = target, let place = arguments[1].wholeIndex else {
        throw FunctionFailure("The place \(arguments[1]) is no whole number.")
      }
      return .optional(items.indices.contains(place) ? items[place] : nil, in: dialect)
    }
  }
}

extension Value {
  /// As a place in a list; nil for a number with a fraction. What no list reaches becomes -1.
  fileprivate var wholeIndex: Int? {
    switch self {
    case .int(let number): Int(exactly: number) ?? -1
    case .uint(let number): Int(exactly: number) ?? -1
    case .double(let number): number.rounded() == number ? Int(exactly: number) ?? -1 : nil
    case .null, .bool, .string, .bytes, .list, .map, .timestamp, .duration, .date, .time, .object, .empty, .type: nil
    }
  }
}
