import Glibc

/// An address of either version of IP; one of version 4 as IPv6 writes it (`::ffff:a.b.c.d`).
package struct IPAddress: Hashable, Sendable {
  fileprivate var high: UInt64
  fileprivate var low: UInt64

  /// Nil for a text that is none. Brackets, a port and a zone may stand around it, as in header fields.
  package init?(_ text: some StringProtocol) {
    let bare = Self.bare(String(text))
    if let four = Self.bytes(of: bare, family: AF_INET, count: 4) {
      high = 0
      low = 0xFFFF_0000_0000 | Self.number(four[...])
    } else if let sixteen = Self.bytes(of: bare, family: AF_INET6, count: 16) {
      high = Self.number(sixteen[..<8])
      low = Self.number(sixteen[8...])
    } else {
      return nil
    }
  }

  fileprivate var isVersion4: Bool { high == 0 && low >> 32 == 0xFFFF }

  /// Whoever has one address of IPv6 has the whole /64 around it: limits count that.
  package var counted: IPAddress {
    guard !isVersion4 else { return self }
    var network = self
    network.low = 0
    return network
  }

  /// `[::1]:8080`, `10.0.0.1:80`, `fe80::1%eth0`.
  private static func bare(_ text: String) -> String {
    if text.hasPrefix("[") { return String(text.dropFirst().prefix { $0 != "]" && $0 != "%" }) }
    let isPort = text.filter { $0 == ":" }.count == 1
    return String(text.prefix { $0 != "%" && !(isPort && $0 == ":") })
  }

  private static func bytes(of text: String, family: Int32, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return inet_pton(family, text, &bytes) == 1 ? bytes : nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}

extension IPAddress: CustomStringConvertible {
  package var description: String {
    if isVersion4 { return (0..<4).map { String(low >> UInt64(24 - 8 * $0) & 0xFF) }.joined(separator: ".") }
    let groups = [high, low].flatMap { half in (0..<4).map { half >> UInt64(48 - 16 * $0) & 0xFFFF } }
    return groups.map { String($0, radix: 16) }.joined(separator: ":")
  }
}

/// Addresses that begin alike: `10.0.0.0/8`, or a single one.
public struct AddressBlock: Hashable, Sendable {
  /// As it was written.
  public let text: String
  private let address: IPAddress
  /// Of the 128 bits of an address, as `IPAddress` keeps it.
  private let bits: Int

  /// Nil for a text that is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let address = IPAddress(parts[0]), !parts[0].contains("[") else { return nil }
    let width = address.isVersion4 ? 32 : 128
    guard let bits = parts.count == 2 ? Int(parts[1]) : width, (0...width).contains(bits) else { return nil }
    self.text = text
    self.address = address
    self.bits = bits + 128 - width
  }

  package func contains(_ other: IPAddress) -> Bool {
    let high = Self.mask(min(64, bits))
    let low = Self.mask(max(0, bits - 64))
    return address.high & high == other.high & high && address.low & low == other.low & low
  }

  private static func mask(_ bits: Int) -> UInt64 { bits == 0 ? 0 : ~0 << UInt64(64 - bits) }
}
