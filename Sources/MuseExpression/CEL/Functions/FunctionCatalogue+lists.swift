// Parts of lists.
//
// Source: cel-go, ext/README.md, "Lists".

extension FunctionCatalogue {
  static let lists: [FunctionEntry] = [
    FunctionEntry(
      "slice", "The items of a list from a place up to another, which is not taken.",
      examples: [FunctionExample("[1, 2, 3, 4].slice(1, 3)", prints: "[2, 3]")],
      overloads: [
        listMethod([.plain(.int), .plain(.int)], .list(.any("A"))) { items, arguments, _ throws(FunctionFailure) in
          let (start, end) = (try arguments.place(1, upTo: items.count), try arguments.place(2, upTo: items.count))
          guard start <= end else { throw FunctionFailure("The part would end at \(end), before it begins at \(start).") }
          return .list(Array(items[start..<end]))
        }
      ]),
    FunctionEntry(
      "flatten", "The list with the items of the lists in it in their place, maybe so many levels deep.",
      examples: [
        FunctionExample("[1, [2, [3]]].flatten()", prints: "[1, 2, [3]]"),
        FunctionExample("[1, [2, [3]]].flatten(2)", prints: "[1, 2, 3]"),
      ],
      overloads: [
        listMethod([], .list(.plain(.dyn))) { items, _, state throws(FunctionFailure) in
          .list(try state.flattened(items, levels: 1))
        },
        listMethod([.plain(.int)], .list(.plain(.dyn))) { items, arguments, state throws(FunctionFailure) in
          let levels = try arguments.integer(1)
          guard levels >= 0 else { throw FunctionFailure("A list is not made flat \(levels) levels deep.") }
          return .list(try state.flattened(items, levels: levels))
        },
      ]),
    FunctionEntry(
      "distinct", "The list with each item once, where it first stood.",
      examples: [FunctionExample("[1, 2, 1.0, 2].distinct()", prints: "[1, 2]")],
      overloads: [
        listMethod([], .list(.any("A"))) { items, _, state throws(FunctionFailure) in
          var kept: [Value] = []
          for item in items where try !state.contains(item, in: kept) { kept.append(item) }
          return .list(kept)
        }
      ]),
    FunctionEntry(
      "lists.range", "The integers from 0 up to a number, which is not taken.",
      examples: [FunctionExample("lists.range(3)", prints: "[0, 1, 2]")],
      overloads: [
        Overload(style: .function, parameters: [.plain(.int)], result: .list(.plain(.int))) {
          arguments, state throws(FunctionFailure) in
          let count = try arguments.integer(0)
          try state.charge(items: Int(clamping: count))
          return .list(count > 0 ? (0..<count).map { .int($0) } : [])
        }
      ]),
    FunctionEntry(
      "first", "The first item of a list, or nothing where it has none.",
      examples: [FunctionExample("['a', 'b'].first().orValue('')", prints: #""a""#)],
      overloads: [
        listMethod([], .optional(.any("A"))) { items, _, state in .optional(items.first, in: state.dialect) }
      ]),
    FunctionEntry(
      "last", "The last item of a list, or nothing where it has none.",
      examples: [FunctionExample("['a', 'b'].last().orValue('')", prints: #""b""#)],
      overloads: [
        listMethod([], .optional(.any("A"))) { items, _, state in .optional(items.last, in: state.dialect) }
      ]),
  ]

  typealias ListBody = @Sendable (_ items: [Value], _ arguments: [Value], inout EvaluationState) throws(FunctionFailure) -> Value

  /// A method of a list, which is paid for by its length; the list is the first of the arguments.
  static func listMethod(
    _ parameters: [ParameterType], _ result: ParameterType, of item: ParameterType = .any("A"), _ body: @escaping ListBody
  ) -> Overload {
    Overload(style: .method, parameters: [.list(item)] + parameters, result: result) { arguments, state throws(FunctionFailure) in
      let items = try arguments.items(0)
      try state.charge(items: items.count)
      return try body(items, arguments, &state)
    }
  }
}

extension EvaluationState {
  /// The depth of lists is bounded where they are built, and so is this.
  fileprivate mutating func flattened(_ items: [Value], levels: Int64) throws(FunctionFailure) -> [Value] {
    var flat: [Value] = []
    for item in items {
      if levels > 0, case .list(let inner) = item {
        try charge(1 + inner.count / 4)
        flat += try flattened(inner, levels: levels - 1)
      } else {
        flat.append(item)
      }
    }
    return flat
  }

  mutating func contains(_ value: Value, in items: [Value]) throws(FunctionFailure) -> Bool {
    for item in items where try equal(value, item) { return true }
    return false
  }
}
