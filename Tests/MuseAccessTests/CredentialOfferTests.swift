import MuseAccess
import Testing

@Suite("Where credentials stand")
struct CredentialOfferTests {
  private static func verdict(_ offer: CredentialOffer) -> Result<String, CredentialRefusal> {
    do throws(CredentialRefusal) {
      return .success(try offer.credential())
    } catch {
      return .failure(error)
    }
  }

  @Test(
    "a header names a bearer",
    arguments: [
      ([], .failure(.missing)), (["Bearer abc"], .success("abc")), (["bearer  abc "], .success("abc")),
      (["BEARER abc"], .success("abc")),
      (["Basic abc"], .failure(.missing)), (["Bearer"], .failure(.malformed)), (["Bearer a b"], .failure(.malformed)),
      (["abc"], .failure(.missing)), ([""], .failure(.missing)), (["Bearer a", "Bearer b"], .failure(.ambiguous)),
      (["Bearer a", "Basic b"], .success("a")),
    ] as [([String], Result<String, CredentialRefusal>)])
  func header(fields: [String], verdict: Result<String, CredentialRefusal>) {
    #expect(Self.verdict(CredentialOffer(authorization: fields, query: nil)) == verdict)
  }

  @Test(
    "a browser names it as a subprotocol, and a program in the address; twice the same is one",
    arguments: [
      ([], "abc", .success("abc")), (["bearer.abc"], nil, .success("abc")),
      (["musegraph.v1", "bearer.a.b.c"], nil, .success("a.b.c")),
      (["bearer.abc"], "abc", .success("abc")), (["bearer.abc"], "abd", .failure(.ambiguous)),
      (["bearer."], nil, .failure(.missing)),
      ([], "", .failure(.missing)), (["musegraph.v1"], nil, .failure(.missing)), (["Bearer.abc"], nil, .failure(.missing)),
    ] as [([String], String?, Result<String, CredentialRefusal>)])
  func elsewhere(subprotocols: [String], query: String?, verdict: Result<String, CredentialRefusal>) {
    #expect(Self.verdict(CredentialOffer(authorization: [], subprotocols: subprotocols, query: query)) == verdict)
  }

  @Test("it does not show in descriptions and dumps")
  func hidden() {
    let offer = CredentialOffer(authorization: ["Bearer hush"], subprotocols: ["bearer.hush"], query: "hush")
    var dumped = ""
    dump(offer, to: &dumped)
    for text in ["\(offer)", String(reflecting: offer), dumped] { #expect(!text.contains("hush")) }
  }
}
