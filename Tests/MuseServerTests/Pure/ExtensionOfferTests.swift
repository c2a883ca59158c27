import MuseServer
import Testing

@Suite("Extensions in a handshake")
struct ExtensionOfferTests {
  static let lists: [(fields: [String], offers: [ExtensionOffer]?)] = [
    ([], []),
    ([""], []),
    (["a"], [ExtensionOffer("a")]),
    ([" a ,, b; c ; d=1"], [ExtensionOffer("a"), ExtensionOffer("b", [.init("c"), .init("d", "1")])]),
    (["a", "b; c"], [ExtensionOffer("a"), ExtensionOffer("b", [.init("c")])]),
    ([#"a; b="1\0"; b = 2"#], [ExtensionOffer("a", [.init("b", "10"), .init("b", "2")])]),
    (["a b"], nil), (["a;"], nil), (["a; b="], nil), ([#"a; b="""#], nil), ([#"a; b="1"#], nil), ([#"a; b="1 2""#], nil),
    (["a; =1"], nil), (["a/b"], nil), (["ä"], nil), ([#"a; b="\"#], nil), (["a; b=1 2"], nil), ([";"], nil),
  ]

  @Test("a list is read whole, or it is none", arguments: lists)
  func reading(fields: [String], offers: [ExtensionOffer]?) {
    #expect(ExtensionOffer.list(fields) == offers)
  }

  static let agreements: [(offer: String, message: String?, context: String?)] = [
    (
      "permessage-deflate", "server_no_context_takeover; client_no_context_takeover; server_max_window_bits=12",
      "server_max_window_bits=12"
    ),
    (
      "permessage-deflate; client_max_window_bits",
      "server_no_context_takeover; client_no_context_takeover; server_max_window_bits=12; client_max_window_bits=12",
      "server_max_window_bits=12; client_max_window_bits=12"
    ),
    (
      "permessage-deflate; client_max_window_bits=8; server_max_window_bits=9",
      "server_no_context_takeover; client_no_context_takeover; server_max_window_bits=9; client_max_window_bits=8",
      "server_max_window_bits=9; client_max_window_bits=8"
    ),
    (
      "permessage-deflate; server_no_context_takeover",
      "server_no_context_takeover; client_no_context_takeover; server_max_window_bits=12",
      "server_no_context_takeover; server_max_window_bits=12"
    ),
    (
      #"permessage-deflate; client_no_context_takeover; server_max_window_bits="15""#,
      "server_no_context_takeover; client_no_context_takeover; server_max_window_bits=12",
      "client_no_context_takeover; server_max_window_bits=12"
    ),
    // zlib compresses with no smaller window than 2⁹, so this cannot be kept.
    ("permessage-deflate; server_max_window_bits=8", nil, nil),
    (
      "permessage-deflate; server_max_window_bits=8, permessage-deflate; server_max_window_bits=10",
      "server_no_context_takeover; client_no_context_takeover; server_max_window_bits=10", "server_max_window_bits=10"
    ),
    (
      "x-webkit-deflate-frame, permessage-deflate; mystery, permessage-deflate",
      "server_no_context_takeover; client_no_context_takeover; server_max_window_bits=12", "server_max_window_bits=12"
    ),
    ("x-webkit-deflate-frame", nil, nil),
    ("permessage-deflate; server_max_window_bits", nil, nil),
    ("permessage-deflate; server_max_window_bits=7", nil, nil),
    ("permessage-deflate; server_max_window_bits=16", nil, nil),
    ("permessage-deflate; server_max_window_bits=010", nil, nil),
    ("permessage-deflate; client_max_window_bits=+9", nil, nil),
    ("permessage-deflate; client_max_window_bits=9; client_max_window_bits=9", nil, nil),
    ("permessage-deflate; server_no_context_takeover=1", nil, nil),
    ("permessage-deflate; client_no_context_takeover; client_no_context_takeover", nil, nil),
  ]

  @Test("an offer is taken with what can be kept of it, or declined", arguments: agreements)
  func agreeing(offer: String, message: String?, context: String?) throws {
    let offers = try #require(ExtensionOffer.list([offer]))
    let headers = [false, true].map { DeflateAgreement(choosingFrom: offers, keepsContext: $0)?.header }
    #expect(headers == [message, context].map { $0.map { "permessage-deflate; \($0)" } })
  }
}
