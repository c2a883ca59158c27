/// Every function, method and operator there is. The checker, the evaluator, the tests and the reference read this one array: the
/// rest of CEL is added by adding entries.
public enum FunctionCatalogue {
  public static let all: [FunctionEntry] =
    comparisons + arithmetic + texts + textParts + textChanges + words + collections + lists + listOrder + optionals + numbers
    + bits + conversions + encoders + dates + zonedParts + plainParts

  /// By name: one entry holds all overloads of a name.
  static let byName: [String: FunctionEntry] = Dictionary(
    // A repeated name is a mistake that a test excludes; the first one wins.
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The names that stand before a bracket by themselves: `size`, but not `first`, which stands behind a value.
  static let plainNames: Set<String> = Set(
    all.filter { entry in entry.overloads.contains { $0.style == .function && $0.stands(in: .graph) } }.map(\.name)
      + SpecialForm.all.filter { !$0.isMethod }.map(\.name))

  /// The names that an author can write as a call, for near misses.
  static let callableNames: [String] =
    all.map(\.name).filter { $0.unicodeScalars.first?.isIdentifierStart == true && !$0.hasPrefix("_") }
    + SpecialForm.all.map(\.name)

  /// What other languages call them, for those who know one.
  static let foreignNames = [
    "length": "size", "len": "size", "lenght": "size", "count": "size", "upper": "upperAscii", "toUpperCase": "upperAscii",
    "lower": "lowerAscii", "toLowerCase": "lowerAscii", "includes": "contains", "str": "string", "toString": "string",
  ]
}
