import MuseServer
import Testing

@Suite("Subprotocols")
struct SubprotocolOfferTests {
  @Test(
    "what is taken of what is offered, and in which form messages are then written",
    arguments: [
      ([], nil, .plain), ([""], nil, .plain), ([" , ,"], nil, .plain), (["musegraph.v1"], "musegraph.v1", .full),
      (["musegraph.plain"], "musegraph.plain", .plain), (["chat, musegraph.v1"], "musegraph.v1", .full),
      (["musegraph.plain,musegraph.v1"], "musegraph.plain", .plain),
      (["musegraph.v1", "musegraph.plain"], "musegraph.v1", .full),
      (["Musegraph.V1"], nil, .plain), (["musegraph.v2"], nil, .plain),
      // A token is never sent back, unless a browser would hang up otherwise.
      (["musegraph.v1, bearer.abc"], "musegraph.v1", .full), (["bearer.abc, musegraph.v1"], "musegraph.v1", .full),
      (["bearer.abc", "musegraph.plain"], "musegraph.plain", .plain), (["bearer.abc"], "bearer.abc", .plain),
      (["other, bearer.abc"], "bearer.abc", .plain),
    ] as [([String], String?, WireForm)])
  func choice(fields: [String], chosen: String?, form: WireForm) {
    let offer = SubprotocolOffer(fields, speaksFullForm: true)
    #expect(offer.chosen == chosen)
    #expect(offer.form == form)
  }

  @Test("a server without the full form does not take it")
  func plainOnly() {
    #expect(SubprotocolOffer(["musegraph.v1"], speaksFullForm: false).chosen == nil)
    #expect(SubprotocolOffer(["musegraph.v1, bearer.abc"], speaksFullForm: false).chosen == "bearer.abc")
    #expect(SubprotocolOffer(["musegraph.v1, musegraph.plain"], speaksFullForm: false).chosen == "musegraph.plain")
  }

  @Test("names are taken off their spaces, and no more than sixteen of them")
  func names() {
    #expect(SubprotocolOffer(["\t a ,b\t", " c"], speaksFullForm: true).names == ["a", "b", "c"])
    #expect(SubprotocolOffer([(1...40).map(String.init).joined(separator: ",")], speaksFullForm: true).names.count == 16)
  }

  @Test("an offer does not show in descriptions and dumps")
  func hidden() {
    var dumped = ""
    let offer = SubprotocolOffer(["bearer.hush"], speaksFullForm: true)
    dump(offer, to: &dumped)
    for text in ["\(offer)", String(reflecting: offer), dumped] { #expect(!text.contains("hush")) }
  }
}
