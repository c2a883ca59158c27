/// Which hosts a request may name, and which origins may connect.
///
/// A server on loopback answers only to loopback names: otherwise a page of some other site, whose name is made to resolve to
/// 127.0.0.1, would count as its own ("DNS rebinding").
package struct HostPolicy: Sendable {
  private let answersToAnyHost: Bool
  /// By ourselves: then a page that came without encryption is no page of ours. (A proxy may have encrypted what we did not.)
  private let isEncrypted: Bool
  private let live: LiveSettings

  /// - Parameter host: where it is listened; nil: where the settings say.
  package init(settings: ServerSettings, at host: String? = nil) {
    self.init(LiveSettings(settings), at: host ?? settings.host)
  }

  init(_ live: LiveSettings, at host: String) {
    answersToAnyHost = !Self.isLoopback(host)
    isEncrypted = live.current.tls != nil
    self.live = live
  }

  /// - Parameter host: The request's `Host`. Nil, as from an HTTP/1.0 client, is allowed: no browser leaves it out.
  package func allows(host: String?) -> Bool {
    guard !answersToAnyHost, let host else { return true }
    guard let authority = Authority(host: host, port: nil) else { return false }
    return Self.isLoopback(authority.host) || live.origins.contains { Authority(origin: $0)?.host == authority.host }
  }

  /// - Parameter origin: The request's `Origin`. Nil is allowed: only browsers send it, and they always do.
  package func allows(origin: String?, host: String?) -> Bool {
    guard let origin else { return true }
    if live.origins.contains(origin.lowercased()) { return true }
    guard let host, let from = Authority(origin: origin), !isEncrypted || from.defaultPort == 443 else { return false }
    return from == Authority(host: host, port: from.defaultPort)
  }

  /// Whether a text is an origin as browsers write it: `https://example.com:8443`. With a path, or a slash at its end, it would never
  /// be equal to one; and what is not a page of a site (`null`) can be anybody's.
  package static func isOrigin(_ text: String) -> Bool {
    guard let authority = Authority(origin: text), authority.port != 0 else { return false }
    let isAddress = authority.host.hasPrefix("[") && authority.host.hasSuffix("]")
    return authority.host.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
        true
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"): isAddress
      default: false
      }
    }
  }
  /// Whether the origin is another one that may ask.
  package func isConfigured(origin: String) -> Bool { live.origins.contains(origin.lowercased()) }

  /// Whether only this machine reaches the host.
  package static func isLoopback(_ host: String) -> Bool {
    let name = host.lowercased()
    if name == "localhost" || name.hasSuffix(".localhost") || name == "::1" || name == "[::1]" { return true }
    // As a socket for both versions of IP writes it.
    let mapped = "::ffff:"
    if name.hasPrefix(mapped) { return isLoopback(String(name.dropFirst(mapped.count))) }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}

/// A host and its port, as `Host` and `Origin` name them.
private struct Authority: Equatable {
  let host: String
  let port: Int?
  /// What the port is where none is written.
  let defaultPort: Int?

  /// - Parameter origin: `https://example.com`, `http://localhost:8080`; nil for anything else, as `null`.
  init?(origin: String) {
    let lowered = origin.lowercased()
    let schemes = [("https://", 443), ("http://", 80)]
    guard let (scheme, port) = schemes.first(where: { lowered.hasPrefix($0.0) }) else { return nil }
    self.init(host: String(lowered.dropFirst(scheme.count)), port: port)
  }

  /// - Parameters:
  ///   - host: `example.com`, `127.0.0.1:8080`, `[::1]:8080`
  ///   - port: what it is where none is written.
  init?(host text: String, port defaultPort: Int?) {
    let lowered = text.lowercased()
    let end = lowered.hasPrefix("[") ? lowered.firstIndex(of: "]").map { lowered.index(after: $0) } : lowered.firstIndex(of: ":")
    let host = lowered[..<(end ?? lowered.endIndex)]
    let rest = lowered[host.endIndex...]
    guard !host.isEmpty, rest.isEmpty || rest.hasPrefix(":") && UInt16(rest.dropFirst()) != nil else { return nil }
    self.host = String(host)
    self.port = Int(rest.dropFirst()) ?? defaultPort
    self.defaultPort = defaultPort
  }

  static func == (left: Authority, right: Authority) -> Bool { left.host == right.host && left.port == right.port }
}
