import MuseAccess
import MuseRuntime
import MuseServer
import Testing

@Suite("Client ids")
struct ClientIDTests {
  private static let acme = Tenant("acme")

  @Test("the thread of a client is its own, and its tenant's")
  func threads() {
    let ids = [ClientID("ann-1"), ClientID("ann-1", tenant: Self.acme), ClientID("ann-1", tenant: Tenant("other"))]
    #expect(ids.map { $0?.thread.rawValue } == ["ann-1", "acme:ann-1", "other:ann-1"])
    #expect(Set(ids).count == 3)
    #expect(ids.map { id in id.flatMap { ClientID(qualified: $0.description) } } == ids)
  }

  @Test(
    "no client names the thread of another tenant",
    arguments: [
      "acme:ann-1", ":ann-1", "acme:", "acme:other:ann-1", "a/ann-1", "ann 1", "", "an", String(repeating: "a", count: 101),
    ])
  func names(text: String) {
    #expect(ClientID(text) == nil)
    #expect(ClientID(text, tenant: Self.acme) == nil)
  }

  @Test(
    "what is no id with a tenant is none",
    arguments: [":ann-1", "acme:", "acme:a", "ac me:ann-1", "acme:other:ann-1", "a:b:ann-1"])
  func qualified(text: String) {
    #expect(ClientID(qualified: text) == nil)
  }
}
