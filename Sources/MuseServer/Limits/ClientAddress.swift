import HTTPTypes
package import NIOHTTP1

/// Finds out from which address a request comes, where proxies stand before the server.
///
/// What a proxy says counts only where the proxy is trusted: anybody can send the header fields. They are read from their end, where
/// the nearest proxy has added what it saw; the first address there that is no trusted proxy's is the client's.
/// Source: RFC 7239; `X-Forwarded-For` is older than it, and what most proxies send.
package struct ClientAddress: Sendable {
  private let trusted: [AddressBlock]

  package init(trusted: [AddressBlock]) { self.trusted = trusted }

  /// - Parameter peer: whoever has opened the connection.
  package func address(peer: IPAddress?, _ fields: HTTPHeaders) -> IPAddress? {
    address(peer: peer, older: fields["x-forwarded-for"], newer: fields["forwarded"])
  }

  /// The same in words; nil where nobody speaks for another.
  ///
  /// - Parameter values: of a header field.
  func address(peer: String, values: (HTTPField.Name) -> [String]) -> String? {
    guard let name = HTTPField.Name("X-Forwarded-For"), let newer = HTTPField.Name("Forwarded") else { return nil }
    let found = address(peer: IPAddress(peer), older: values(name), newer: values(newer))
    return found == IPAddress(peer) ? nil : found.map { "\($0)" }
  }

  private func address(peer: IPAddress?, older: [String], newer: [String]) -> IPAddress? {
    guard let peer, isTrusted(peer) else { return peer }
    let older = Self.elements(older).map { IPAddress($0) }
    let newer = Self.elements(newer).compactMap(Self.origin).map { IPAddress($0) }
    // A proxy that writes one of them may pass on what a client has written in the other.
    guard older.isEmpty || newer.isEmpty else { return peer }
    return client(in: older + newer) ?? peer
  }

  /// Parted by commas, over all fields of the name.
  private static func elements(_ values: [String]) -> [Substring] {
    values.flatMap { $0.split(separator: ",") }.map { element in
      let start = element.drop { $0 == " " || $0 == "\t" }
      return start.lastIndex { $0 != " " && $0 != "\t" }.map { start[...$0] } ?? ""
    }
  }

  private func client(in addresses: [IPAddress?]) -> IPAddress? {
    var nearest: IPAddress?
    for address in addresses.reversed() {
      // What no proxy could have written ends what can be believed.
      guard let address else { return nearest }
      nearest = address
      guard isTrusted(address) else { return address }
    }
    return nearest
  }

  package func isTrusted(_ address: IPAddress) -> Bool { trusted.contains { $0.contains(address) } }

  /// `for=192.0.2.60;proto=http`, `For="[2001:db8::17]:4711"`. Nil: it does not say.
  private static func origin(_ element: Substring) -> Substring? {
    let pairs = element.split(separator: ";").map { $0.drop { $0 == " " } }
    guard let pair = pairs.first(where: { $0.lowercased().hasPrefix("for=") }) else { return nil }
    let value = pair.dropFirst("for=".count)
    return value.hasPrefix("\"") ? value.dropFirst().prefix { $0 != "\"" } : value
  }
}
