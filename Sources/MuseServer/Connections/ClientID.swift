public import MuseAccess
public import MuseRuntime

/// The name by which a client connects: `[A-Za-z0-9_-]{3,100}`, and the tenant that it belongs to. Two tenants may have clients of one
/// name, and these have nothing to do with each other: all that is kept of a client, or sent to it, goes by this whole id.
public struct ClientID: Hashable, Sendable, CustomStringConvertible {
  /// Without its tenant, as it stands in `/ws/{client_id}`.
  public let rawValue: String
  /// Nil where credentials name none.
  public let tenant: Tenant?

  /// Nil for any other text.
  public init?(_ text: String, tenant: Tenant? = nil) {
    guard (3...100).contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed) else { return nil }
    rawValue = text
    self.tenant = tenant
  }

  /// Reads what `description` writes: `ann-1`, `acme:ann-1`.
  public init?(qualified text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.last else { return nil }
    let tenant = parts.count == 2 ? Tenant(String(parts[0])) : nil
    guard parts.count == 1 || tenant != nil else { return nil }
    self.init(String(name), tenant: tenant)
  }

  /// The client of this name that a tenant has.
  func of(_ tenant: Tenant?) -> ClientID { ClientID(rawValue: rawValue, tenant: tenant) }

  private init(rawValue: String, tenant: Tenant?) {
    self.rawValue = rawValue
    self.tenant = tenant
  }

  /// The client's thread: `ann-1`, or `acme:ann-1` for a tenant's. No client can name the thread of another tenant, since its own name
  /// has no colon.
  public var thread: ThreadID { ThreadID(rawValue: description) }

  public var description: String { tenant.map { "\($0):\(rawValue)" } ?? rawValue }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
  }
}
