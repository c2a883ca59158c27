extension FunctionCatalogue {
  /// Words that depend on a number, by the rules of the conversation's locale.
  static let words: [FunctionEntry] = [
    FunctionEntry(
      "plural",
      "The first text for one of a thing, the second for any other number, by the rules of the locale. Or the text of a map from "
        + "zero, one, two, few, many, other.",
      examples: [
        FunctionExample("plural(1, 'person', 'people')", prints: #""person""#),
        FunctionExample("string(3) + plural(3, ' person', ' people')", prints: #""3 people""#),
        FunctionExample("plural(2, {'one': 'a day', 'other': 'some days'})", prints: #""some days""#),
      ],
      overloads: [ParameterType.plain(.int), .plain(.uint), .plain(.double)].flatMap { [pairPlural($0), mapPlural($0)] })
  ]

  private static func pairPlural(_ number: ParameterType) -> Overload {
    Overload(style: .function, parameters: [number, .plain(.string), .plain(.string)], result: .plain(.string)) {
      arguments, state in
      state.pluralCategory(of: arguments[0]) == .one ? arguments[1] : arguments[2]
    }
  }

  private static func mapPlural(_ number: ParameterType) -> Overload {
    Overload(
      style: .function, parameters: [number, .map(.plain(.string), .plain(.string))], result: .plain(.string)
    ) { arguments, state throws(FunctionFailure) in
      let texts = try arguments.map(1)
      let category = state.pluralCategory(of: arguments[0])
      guard case .string(let text) = texts[.string(category.rawValue)] ?? texts[.string(PluralCategory.other.rawValue)] else {
        throw FunctionFailure("The map has no text for \(category.rawValue.quoted).")
      }
      return .string(text)
    }
  }
}

extension EvaluationState {
  fileprivate func pluralCategory(of value: Value) -> PluralCategory {
    LocaleTable.table(for: context.locale).plural.category(of: value)
  }
}
