/// What both sides agreed on for `permessage-deflate`.
///
/// The server keeps its windows small: a reply is some hundred bytes long, and a window costs its memory on every connection.
/// Source: RFC 7692, section 7.1.
package struct DeflateAgreement: Hashable, Sendable {
  /// As a power of two. zlib's compressor has none below 2⁹ for data without a header.
  private static let largestWindow = 12
  private static let smallestServerWindow = 9
  private static let windowOfTheStandard = 15

  /// A message may refer to what was in the messages before it.
  package var serverKeepsContext: Bool
  package var clientKeepsContext: Bool
  package var serverWindow: Int
  /// Nil: the client cannot be told, and may use the largest.
  package var clientWindow: Int?

  /// Takes the first offer that can be kept, as the client's order is its wish.
  /// - Parameter keepsContext: Whether this server wants to keep contexts where it may.
  package init?(choosingFrom offers: [ExtensionOffer], keepsContext: Bool) {
    for offer in offers {
      guard let wish = Wish(offer), wish.serverWindow >= Self.smallestServerWindow else { continue }
      serverKeepsContext = keepsContext && wish.serverMayKeepContext
      clientKeepsContext = keepsContext && wish.clientMayKeepContext
      serverWindow = min(wish.serverWindow, Self.largestWindow)
      clientWindow = wish.clientWindow.map { min($0, Self.largestWindow) }
      return
    }
    return nil
  }

  /// The extension as the response names it. A server may ask for less than the client offered, unasked; only not for a smaller
  /// window of a client that did not say it can have one.
  package var header: String {
    var parts = ["permessage-deflate"]
    if !serverKeepsContext { parts.append("server_no_context_takeover") }
    if !clientKeepsContext { parts.append("client_no_context_takeover") }
    parts.append("server_max_window_bits=\(serverWindow)")
    if let clientWindow { parts.append("client_max_window_bits=\(clientWindow)") }
    return parts.joined(separator: "; ")
  }

  /// How large the client's window can be.
  var largestClientWindow: Int { clientWindow ?? Self.windowOfTheStandard }

  /// What one offer asks for. There is none for an offer that has to be declined.
  private struct Wish {
    var serverMayKeepContext = true
    var clientMayKeepContext = true
    var serverWindow = DeflateAgreement.windowOfTheStandard
    var clientWindow: Int?

    init?(_ offer: ExtensionOffer) {
      guard offer.name == "permessage-deflate" else { return nil }
      guard Set(offer.parameters.map(\.name)).count == offer.parameters.count else { return nil }
      for parameter in offer.parameters {
        guard take(parameter) else { return nil }
      }
    }

    /// False for a parameter that is unknown, or has a value that it may not have.
    private mutating func take(_ parameter: ExtensionOffer.Parameter) -> Bool {
      switch (parameter.name, parameter.value) {
      case ("server_no_context_takeover", nil): serverMayKeepContext = false
      case ("client_no_context_takeover", nil): clientMayKeepContext = false
      case ("client_max_window_bits", nil): clientWindow = DeflateAgreement.windowOfTheStandard
      case ("client_max_window_bits", let value?):
        guard let window = Self.window(value) else { return false }
        clientWindow = window
      case ("server_max_window_bits", let value?):
        guard let window = Self.window(value) else { return false }
        serverWindow = window
      default: return false
      }
      return true
    }

    /// A number from 8 to 15, without zeros in front.
    private static func window(_ value: String) -> Int? {
      (8...15).first { String($0) == value }
    }
  }
}
