import MuseAccess
import NIOHTTP1

/// The subprotocols that a handshake offers (`Sec-WebSocket-Protocol`), and the one that is taken.
///
/// | offered | taken |
/// |---|---|
/// | nothing | nothing: the plain form |
/// | `musegraph.v1` | it: the full form |
/// | `musegraph.plain` | it: the plain form |
/// | `bearer.<token>` and one of these | the other one: a token is not sent back |
/// | `bearer.<token>` alone | it, and the plain form: browsers drop a connection that takes none of what they offered |
///
/// What is sent back of the last row goes to nobody but who sent it. Other names are passed over.
/// Source: RFC 6455, section 4.2.2; https://websockets.spec.whatwg.org, "establish a WebSocket connection".
package struct SubprotocolOffer: Hashable, Sendable {
  static let plain = "musegraph.plain"
  /// A client that offers more has lost its way.
  private static let most = 16

  /// In the order of the client.
  package let names: [String]
  private let speaksFullForm: Bool

  /// - Parameters:
  ///   - fields: every field `Sec-WebSocket-Protocol`.
  ///   - speaksFullForm: whether the server has it.
  package init(_ fields: [String], speaksFullForm: Bool) {
    names = fields.flatMap { $0.split(separator: ",") }.prefix(Self.most)
      .map { String($0.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed()) }
    self.speaksFullForm = speaksFullForm
  }

  package var form: WireForm { chosen == WireForm.subprotocol ? .full : .plain }

  /// What the answer names; nil: nothing.
  package var chosen: String? {
    let known = speaksFullForm ? [WireForm.subprotocol, Self.plain] : [Self.plain]
    return names.first { known.contains($0) } ?? names.first { $0.hasPrefix(CredentialOffer.subprotocolPrefix) }
  }

  /// The fields of the answer.
  var fields: HTTPHeaders { chosen.map { ["Sec-WebSocket-Protocol": $0] } ?? [:] }
}

/// Its description would hand a token to a log.
extension SubprotocolOffer: CustomStringConvertible, CustomReflectable {
  package var description: String { "\(names.count) subprotocols" }
  package var customMirror: Mirror { Mirror(self, children: ["count": names.count]) }
}
