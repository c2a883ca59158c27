/// A set of Unicode scalars: `a`, `.`, `[a-z]`, `\d`, `\p{Greek}`.
struct ScalarClass: Sendable {
  /// A part of a set, or of all that is not in it.
  struct Part: Sendable {
    var ranges: [ClosedRange<UInt32>] = []
    /// The beginning of the codes of general categories: `L` stands for `Lu`, `Ll` and the others.
    var category: String?
    var isNegated = false
  }

  var parts: [Part] = []
  var isNegated = false
  var ignoresCase = false

  init(parts: [Part] = [], isNegated: Bool = false, ignoresCase: Bool = false) {
    self.parts = parts
    self.isNegated = isNegated
    self.ignoresCase = ignoresCase
  }

  init(_ ranges: ClosedRange<Unicode.Scalar>..., isNegated: Bool = false) {
    self.init(parts: [Part(ranges: ranges.map { $0.lowerBound.value...$0.upperBound.value })], isNegated: isNegated)
  }

  static let everything = ScalarClass(parts: [], isNegated: true)
  static let allButLineEnds = ScalarClass("\n"..."\n", isNegated: true)
  static let digit = ScalarClass("0"..."9")
  static let space = ScalarClass("\t"..."\n", "\u{0C}"..."\r", " "..." ")
  static let word = ScalarClass("0"..."9", "A"..."Z", "_"..."_", "a"..."z")

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    if holds(scalar) { return !isNegated }
    guard ignoresCase else { return isNegated }
    return scalar.otherCases.contains(where: holds) != isNegated
  }

  private func holds(_ scalar: Unicode.Scalar) -> Bool { parts.contains { $0.holds(scalar) } }
}

extension ScalarClass.Part {
  fileprivate func holds(_ scalar: Unicode.Scalar) -> Bool {
    var isIn = ranges.contains { $0.contains(scalar.value) }
    if !isIn, let category {
      isIn = Self.codes[scalar.properties.generalCategory]?.hasPrefix(category) ?? false
    }
    return isIn != isNegated
  }

  /// Nil where there is no category and no script of the name.
  init?(unicodeName name: String) {
    if name == "Any" {
      self.init(ranges: [0...0x10FFFF])
    } else if Self.codes.values.contains(where: { $0.hasPrefix(name) }), !name.isEmpty {
      self.init(category: name)
    } else if let ranges = ScriptTable.ranges[name] {
      self.init(ranges: ranges)
    } else {
      return nil
    }
  }

  /// Source: Unicode Standard Annex #44, table 12.
  private static let codes: [Unicode.GeneralCategory: String] = [
    .uppercaseLetter: "Lu", .lowercaseLetter: "Ll", .titlecaseLetter: "Lt", .modifierLetter: "Lm", .otherLetter: "Lo",
    .nonspacingMark: "Mn", .spacingMark: "Mc", .enclosingMark: "Me", .decimalNumber: "Nd", .letterNumber: "Nl",
    .otherNumber: "No", .connectorPunctuation: "Pc", .dashPunctuation: "Pd", .openPunctuation: "Ps", .closePunctuation: "Pe",
    .initialPunctuation: "Pi", .finalPunctuation: "Pf", .otherPunctuation: "Po", .mathSymbol: "Sm", .currencySymbol: "Sc",
    .modifierSymbol: "Sk", .otherSymbol: "So", .spaceSeparator: "Zs", .lineSeparator: "Zl", .paragraphSeparator: "Zp",
    .control: "Cc", .format: "Cf", .surrogate: "Cs", .privateUse: "Co",
  ]
}

extension Unicode.Scalar {
  /// The same letter in the other case, where that is one scalar.
  fileprivate var otherCases: [Unicode.Scalar] {
    [properties.lowercaseMapping, properties.uppercaseMapping].compactMap {
      let scalars = $0.unicodeScalars
      return scalars.count == 1 && scalars.first != self ? scalars.first : nil
    }
  }
}
