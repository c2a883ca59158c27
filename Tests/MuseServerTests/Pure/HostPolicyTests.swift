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
}
