/// One of several customers of a server: what belongs to it, nobody of another tenant ever sees. `[A-Za-z0-9_-]{1,64}`.
///
/// Who has no tenant is a world of its own as well: that of a server for one.
public struct Tenant: Hashable, Sendable, CustomStringConvertible {
  public let rawValue: String

  /// Nil for any other text.
  public init?(_ text: String) {
    guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy(\.isNameByte) else { return nil }
    rawValue = text
  }

  public var description: String { rawValue }
}

extension UInt8 {
  /// A letter or a digit of ASCII, `_` or `-`.
  var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
    }
  }
}
