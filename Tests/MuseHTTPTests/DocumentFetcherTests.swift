import MuseHTTP
import Testing

@Suite("Documents of other servers")
struct DocumentFetcherTests {
  @Test(
    "only addresses count that nobody on the way can answer for",
    arguments: [
      ("https://issuer.example/keys", true), ("https://issuer.example:8443/keys?a=b", true), ("HTTPS://ISSUER.EXAMPLE/", true),
      ("http://127.0.0.1:8080/keys", true), ("http://localhost/keys", true), ("http://[::1]:1/keys", true),
      ("http://issuer.example/keys", false), ("http://127.0.0.1.evil.example/keys", false),
      ("http://localhost.evil.example", false),
      ("http://localhost@evil.example/", false), ("https://user:word@issuer.example/", false), ("ftp://localhost/keys", false),
      ("file:///etc/passwd", false), ("/etc/passwd", false), ("https://", false), ("", false), ("https:///keys", false),
    ])
  func addresses(address: String, counts: Bool) {
    #expect(((try? DocumentFetcher.check(address)) != nil) == counts)
  }

  @Test("a server that is not there is said so")
  func nobody() async {
    await #expect {
      _ = try await DocumentFetcher().fetch("http://127.0.0.1:1/keys")
    } throws: {
      "\($0)".hasPrefix("'http://127.0.0.1:1/keys' cannot be fetched: ")
    }
  }

  @Test(
    "how long a document may be kept",
    arguments: [
      ("max-age=60", 60), ("public, max-age=300", 300), ("Max-Age=5", 5), ("max-age=99999999", 86_400), ("no-cache", nil),
      ("max-age=-1", nil), ("max-age=x", nil), ("max-age", nil),
    ] as [(String, Int?)])
  func ages(directives: String, seconds: Int?) {
    let list = directives.split(separator: ",").map { $0.drop { $0 == " " } }
    #expect(DocumentFetcher.maxAge(list) == seconds.map { Duration.seconds($0) })
  }
}
