import Foundation
import MuseHTTP
import Testing

@Suite("Documents for other servers")
struct DocumentPosterTests {
  @Test(
    "an address is private where nobody on the way can read what goes there",
    arguments: [
      ("https://collector.example/v1/traces", true), ("HTTPS://COLLECTOR.EXAMPLE", true), ("http://127.0.0.1:4318", true),
      ("http://localhost:4318", true), ("http://[::1]:4318", true), ("http://collector.example:4318", false),
      ("http://127.0.0.1.evil.example", false), ("http://localhost@evil.example", false), ("ftp://collector.example", false),
      ("", false),
    ])
  func privacy(address: String, isPrivate: Bool) { #expect(DocumentPoster.isPrivate(address) == isPrivate) }

  @Test(
    "how long a server wants to be left alone",
    arguments: [
      ("3", 3), ("0", 0), ("999999999", 86_400), ("Mon, 23 Nov 2026 09:00:30 GMT", 30), ("Mon, 23 Nov 2026 08:00:00 GMT", 0),
      ("-1", nil), ("soon", nil), ("", nil), (nil, nil),
    ] as [(String?, Int?)])
  func pauses(field: String?, seconds: Int?) {
    let now = Date(timeIntervalSince1970: 1_795_424_400)
    #expect(DocumentPoster.pause(field, now: now) == seconds.map { .seconds($0) })
  }

  @Test("a server that is not there is said so, and closing twice is no trouble")
  func nobody() async {
    let poster = DocumentPoster(address: "http://127.0.0.1:1/v1/traces", fields: [("authorization", "Bearer hush")])
    await #expect {
      _ = try await poster.post([], type: "application/json")
    } throws: {
      !"\($0)".isEmpty && !"\($0)".contains("hush")
    }
    await poster.close()
    await poster.close()
  }
}
