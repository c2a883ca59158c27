import MuseServer
import Testing

@Suite("Hosts and origins")
struct HostPolicyTests {
  private static func policy(host: String = "127.0.0.1", origins: [String] = []) -> HostPolicy {
    var settings = ServerSettings()
    settings.host = host
    settings.allowedOrigins = origins
    return HostPolicy(settings: settings)
  }

  @Test(
    "only pages of the same host may connect",
    arguments: [
      (nil, "127.0.0.1:8080", true), ("http://127.0.0.1:8080", "127.0.0.1:8080", true),
      ("http://localhost:8080", "localhost:8080", true),
      ("HTTP://LocalHost:8080", "localhost:8080", true), ("http://localhost", "localhost", true),
      ("http://localhost", "localhost:80", true),
      ("https://example.com", "example.com:443", true), ("http://[::1]:8080", "[::1]:8080", true),
      ("http://localhost:8081", "localhost:8080", false), ("http://evil.example", "localhost:8080", false),
      ("http://localhost:8080.evil.example", "localhost:8080", false), ("null", "localhost:8080", false),
      ("", "localhost:8080", false),
      ("http://", "localhost:8080", false), ("file://", "localhost:8080", false),
      ("http://localhost:8080/x", "localhost:8080", false),
      ("http://127.0.0.1:8080", nil, false), ("http://user@localhost:8080", "localhost:8080", false),
    ] as [(String?, String?, Bool)])
  func origins(origin: String?, host: String?, isAllowed: Bool) {
    #expect(Self.policy().allows(origin: origin, host: host) == isAllowed)
  }

  @Test("listed origins may connect, and none that only resemble them")
  func listed() {
    let policy = Self.policy(origins: ["https://chat.example.com"])
    #expect(policy.allows(origin: "https://chat.example.com", host: "127.0.0.1:8080"))
    #expect(policy.allows(origin: "https://Chat.Example.com", host: "127.0.0.1:8080"))
    #expect(!policy.allows(origin: "http://chat.example.com", host: "127.0.0.1:8080"))
    #expect(!policy.allows(origin: "https://chat.example.com:444", host: "127.0.0.1:8080"))
    #expect(!policy.allows(origin: "https://chat.example.com.evil.example", host: "127.0.0.1:8080"))
    #expect(policy.allows(host: "chat.example.com"))
  }

  @Test(
    "on loopback only loopback names are ours, so that no other name can be made to point at us",
    arguments: [
      (nil, true), ("localhost", true), ("localhost:8080", true), ("127.0.0.1:8080", true), ("[::1]:8080", true),
      ("a.localhost:1", true),
      ("evil.example:8080", false), ("127.0.0.1.evil.example", false), ("", false), ("localhost:x", false),
      ("0.0.0.0:8080", false),
    ] as [(String?, Bool)])
  func hosts(host: String?, isAllowed: Bool) {
    #expect(Self.policy().allows(host: host) == isAllowed)
    #expect(Self.policy(host: "0.0.0.0").allows(host: host))
  }

  @Test(
    "loopback is known by name and by number",
    arguments: [
      ("localhost", true), ("LOCALHOST", true), ("127.0.0.1", true), ("127.1.2.3", true), ("::1", true), ("[::1]", true),
      ("::ffff:127.0.0.1", true), ("::ffff:10.0.0.1", false), ("0.0.0.0", false), ("::", false), ("192.168.1.2", false),
      ("example.com", false), ("127.0.0.256", false),
      ("127.0.0", false),
      ("1270.0.0.1", false), ("localhost.example.com", false),
    ])
  func loopback(host: String, isLoopback: Bool) {
    #expect(HostPolicy.isLoopback(host) == isLoopback)
  }

  @Test(
    "an origin in the settings is written as browsers write it, and nothing else is one",
    arguments: [
      ("https://example.com", true), ("http://example.com:8080", true), ("HTTPS://Example.com", true),
      ("http://127.0.0.1:80", true),
      ("http://[::1]:8080", true), ("https://[2001:db8::1]", true), ("https://xn--bcher-kva.example", true),
      ("https://example.com/", false), ("https://example.com/chat", false), ("https://example.com?", false),
      ("example.com", false),
      ("null", false), ("", false), ("*", false), ("https://*.example.com", false), ("https://", false),
      ("https://example.com:", false),
      ("https://example.com:0", false), ("https://example.com:65536", false), ("https://example.com:x", false),
      ("https://ann@example.com", false), ("ftp://example.com", false), ("https://exa mple.com", false), ("https://::1", false),
      ("https://example.com:1:2", false), ("https://bücher.example", false), ("https://[::1", false), ("file://", false),
    ])
  func written(text: String, isOrigin: Bool) {
    #expect(HostPolicy.isOrigin(text) == isOrigin)
  }

  @Test("where the server encrypts, a page of the same host that came without encryption is another's")
  func encrypted() {
    var settings = ServerSettings()
    settings.tlsCertificate = "certificate.pem"
    settings.tlsKey = "key.pem"
    let policy = HostPolicy(settings: settings)
    #expect(policy.allows(origin: "https://localhost:8443", host: "localhost:8443"))
    #expect(policy.allows(origin: "https://localhost", host: "localhost"))
    #expect(!policy.allows(origin: "http://localhost:8443", host: "localhost:8443"))
    #expect(!policy.allows(origin: "http://localhost", host: "localhost"))
    #expect(!policy.allows(origin: "null", host: "localhost:8443"))
    // A proxy may have encrypted what reached us without.
    #expect(HostPolicy(settings: ServerSettings()).allows(origin: "https://localhost", host: "localhost"))
  }

  @Test("a server that others can reach asks for credentials, or was told that anyone may come")
  func reach() {
    func refusal(_ asks: Bool, _ change: (inout ServerSettings) -> Void) -> ServerSettings.Refusal? {
      var settings = ServerSettings()
      change(&settings)
      do throws(ServerSettings.Refusal) {
        try settings.check(asksForCredentials: asks)
        return nil
      } catch {
        return error
      }
    }
    let far = "0.0.0.0"
    #expect(refusal(false) { $0.host = far } == .reachableByAnyone(host: far))
    #expect(refusal(true) { $0.host = far } == nil)
    #expect(
      refusal(false) {
        $0.host = far
        $0.allowsAnyone = true
      } == nil)
    #expect(refusal(false) { $0.adminHost = far } == nil)
    #expect(
      refusal(false) {
        $0.adminHost = far
        $0.adminPort = 1
      } == .reachableByAnyone(host: far))
    #expect(refusal(true) { $0.tlsKey = "key.pem" } == .halfACertificate)
    #expect(refusal(true) { $0.allowedOrigins = ["https://example.com/"] } == .noOrigin("https://example.com/"))
  }
}
