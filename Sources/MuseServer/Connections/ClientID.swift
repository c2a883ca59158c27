public import MuseRuntime

/// The name by which a client connects: `[A-Za-z0-9_-]{3,100}`. It is the id of its thread.
public struct ClientID: Hashable, Sendable, CustomStringConvertible {
  public let rawValue: String

  /// Nil for any other text.
  public init?(_ text: String) {
    guard (3...100).contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed) else { return nil }
    rawValue = text
  }

  public var thread: ThreadID { ThreadID(rawValue: rawValue) }

  public var description: String { rawValue }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
  }
}
