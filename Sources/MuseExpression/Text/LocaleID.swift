/// A language tag as authors write it: `en`, `en-GB`, `de` (BCP 47, language and region only).
public struct LocaleID: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
  public var rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { self.rawValue = value }

  /// `en` of `en-GB`.
  public var language: String { String(rawValue.prefix { $0 != "-" && $0 != "_" }) }
}
