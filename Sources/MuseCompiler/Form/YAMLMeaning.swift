/// Plain scalars that YAML 1.1 and YAML 1.2 read as different things.
///
/// Sources: YAML 1.1 type repository (bool, int, float); YAML 1.2.2, section 10.3.2 "Core Schema".
enum YAMLMeaning {
  /// What some version of YAML reads, in words; nil where all agree, or where the language reads the same.
  static func otherMeaning(of text: String) -> String? {
    if booleans.contains(text) { return "a yes or no" }
    if isSexagesimal(text) { return "a number to the base 60" }
    if isExponent(text) { return "a number" }
    if isOtherBase(text) { return "a number of another base" }
    if isGrouped(text) { return "a number" }
    return nil
  }

  /// A number that means something else in another version.
  static func isWrittenTwoWays(_ text: String) -> Bool {
    isSexagesimal(text) || isExponent(text) || isOtherBase(text) || isGrouped(text)
  }

  /// The booleans of YAML 1.1 that are none in 1.2.
  private static let booleans: Set<String> = [
    "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF",
  ]

  private static func isSexagesimal(_ text: String) -> Bool {
    let parts = unsigned(text).split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 2, let first = parts.first, !first.isEmpty, first.allSatisfy(isDigit) else { return false }
    return parts.dropFirst().allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(isDigit) && (Int($0) ?? 60) < 60 }
  }

  private static func isExponent(_ text: String) -> Bool {
    let parts = unsigned(text).split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard parts.count == 2, let mantissa = parts.first, let exponent = parts.last else { return false }
    let digits = mantissa.filter { $0 != "." }
    let power = unsigned(String(exponent))
    return !digits.isEmpty && mantissa.count - digits.count <= 1 && digits.allSatisfy(isDigit) && !power.isEmpty
      && power.allSatisfy(isDigit)
  }

  private static func isOtherBase(_ text: String) -> Bool {
    let digits = unsigned(text)
    guard digits.first == "0", digits.count > 1 else { return false }
    let rest = digits.dropFirst()
    if rest.allSatisfy(isDigit) { return true }
    guard "xob".contains(rest.first ?? " "), rest.count > 1 else { return false }
    return rest.dropFirst().allSatisfy { $0.isHexDigit || $0 == "_" }
  }

  private static func isGrouped(_ text: String) -> Bool {
    let digits = unsigned(text)
    return digits.contains("_") && (digits.first.map(isDigit) ?? false) && digits.allSatisfy { isDigit($0) || "_.".contains($0) }
  }

  private static func unsigned(_ text: String) -> Substring {
    text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
