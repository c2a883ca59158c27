/// Plain scalars that YAML 1.1 and YAML 1.2 read as different things.
///
/// Sources: YAML 1.1 type repository (bool, int, float, timestamp, value); YAML 1.2.2, section 10.3.2 "Core Schema".
enum YAMLMeaning {
  /// What some version of YAML reads, in words; nil where all agree, or where the language reads the same.
  static func otherMeaning(of text: String) -> String? {
    if booleans.contains(text) { return "a yes or no" }
    if isSexagesimal(text) { return "a number to the base 60" }
    if isExponent(text) { return "a number" }
    if isOtherBase(text) { return "a number of another base" }
    if isGrouped(text) { return "a number" }
    if isTimestamp(text) { return "an instant, or a day at midnight" }
    if isSignedFraction(text) { return "a number" }
    if text == "=" || text == "<<" { return "a sign with a meaning of its own" }
    return nil
  }

  /// A number that means something else in another version.
  static func isWrittenTwoWays(_ text: String) -> Bool {
    isSexagesimal(text) || isExponent(text) || isOtherBase(text) || isGrouped(text) || isSignedFraction(text)
  }

  /// The booleans of YAML 1.1 that are none in 1.2.
  private static let booleans: Set<String> = [
    "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF",
  ]

  /// `12:30`, `1:30:00`, `190:20:30.15`.
  private static func isSexagesimal(_ text: String) -> Bool {
    let whole = unsigned(text).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard whole.dropFirst().allSatisfy({ $0.allSatisfy { isDigit($0) || $0 == "_" } }) else { return false }
    let parts = (whole.first ?? "").split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 2, let first = parts.first?.filter({ $0 != "_" }), !first.isEmpty, first.allSatisfy(isDigit) else {
      return false
    }
    return parts.dropFirst().allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(isDigit) && (Int($0) ?? 60) < 60 }
  }

  private static func isExponent(_ text: String) -> Bool {
    let parts = unsigned(text).split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard parts.count == 2, let mantissa = parts.first, let exponent = parts.last else { return false }
    let digits = mantissa.filter { $0 != "." && $0 != "_" }
    let power = unsigned(String(exponent))
    return !digits.isEmpty && mantissa.filter { $0 == "." }.count <= 1 && digits.allSatisfy(isDigit) && !power.isEmpty
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

  /// Underlines in a number: `1_000`, `1_0.5`, `._5`.
  private static func isGrouped(_ text: String) -> Bool {
    let digits = unsigned(text)
    guard digits.contains("_"), digits.contains(where: isDigit), let first = digits.first else { return false }
    return (isDigit(first) || first == ".") && digits.allSatisfy { isDigit($0) || "_.".contains($0) }
  }

  /// `-.5`.
  private static func isSignedFraction(_ text: String) -> Bool {
    let digits = unsigned(text)
    return digits.count < text.count && digits.first == "." && digits.count > 1 && digits.dropFirst().allSatisfy(isDigit)
  }

  /// A day, or a day with a time to the second.
  private static func isTimestamp(_ text: String) -> Bool {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { "Tt \t".contains($0) }
    let day = (parts.first ?? "").split(separator: "-", omittingEmptySubsequences: false)
    guard day.count == 3, day.allSatisfy({ $0.allSatisfy(isDigit) }), day[0].count == 4 else { return false }
    if parts.count == 1 { return day[1].count == 2 && day[2].count == 2 }
    guard day.dropFirst().allSatisfy({ (1...2).contains($0.count) }) else { return false }
    let time = parts[1].drop { " \t".contains($0) }
    let clock = time.prefix { isDigit($0) || $0 == ":" }
    let fields = clock.split(separator: ":", omittingEmptySubsequences: false)
    return fields.count == 3 && (1...2).contains(fields[0].count) && fields.dropFirst().allSatisfy { $0.count == 2 }
      && time[clock.endIndex...].allSatisfy { isDigit($0) || ".:+-Z \t".contains($0) }
  }

  private static func unsigned(_ text: String) -> Substring {
    text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
