import Crypto
import Foundation
import MuseAccess
import MuseExpression
import Synchronization
import Testing

@Suite("Where the keys for tokens come from")
struct KeySetTests {
  private let issuer = TestIssuer()

  /// An address whose answers are set by the test.
  private final class Address: Sendable {
    struct Down: Error {}

    private let state: Mutex<(answer: KeySetSource.Answer?, requests: Int)>

    init(_ json: String?) { state = Mutex((json.map { KeySetSource.Answer(body: Array($0.utf8), maxAge: nil) }, 0)) }

    var requests: Int { state.withLock { $0.requests } }

    func give(_ json: String?, maxAge: Duration? = nil) {
      state.withLock { $0.answer = json.map { KeySetSource.Answer(body: Array($0.utf8), maxAge: maxAge) } }
    }

    func checker() -> CredentialChecker {
      let source = KeySetSource(fetch: { try self.fetch() }, logger: .silent)
      return CredentialChecker(keys: nil, tokens: .init(rules: TestIssuer.rules, source: source))
    }

    private func fetch() throws -> KeySetSource.Answer {
      try state.withLock { state in
        state.requests += 1
        guard let answer = state.answer else { throw Down() }
        return answer
      }
    }
  }

  /// The keys of an address, without the secret that it must not give.
  private func published(_ kid: String = "es256") throws -> String {
    let point = issuer.ec.publicKey.rawRepresentation
    return
      #"{"keys":[{"kty":"EC","crv":"P-256","kid":"\#(kid)","x":"\#(point.prefix(32).base64URL)","y":"\#(point.suffix(32).base64URL)"}]}"#
  }

  private func at(_ seconds: Int) -> Instant { Instant(seconds: TestIssuer.now.seconds + Int64(seconds)) }

  private func token(_ kid: String = "es256") throws -> String {
    try issuer.token(header: ["kid": "\"\(kid)\""], claims: ["exp": "\(TestIssuer.now.seconds + 1_000_000)"])
  }

  @Test("keys are fetched once, and again when they are old")
  func caching() async throws {
    let address = Address(try published())
    let checker = address.checker()
    for second in [0, 1, 599] { _ = try await checker.verdict(on: token(), at: at(second)).get() }
    #expect(address.requests == 1)
    _ = try await checker.verdict(on: token(), at: at(600)).get()
    #expect(address.requests == 2)
  }

  @Test("an answer says how long it keeps, between a minute and an hour", arguments: [(1, 60), (120, 120), (86400, 3600)])
  func maxAge(says: Int, counts: Int) async throws {
    let address = Address(nil)
    address.give(try published(), maxAge: .seconds(says))
    let checker = address.checker()
    for second in [0, counts - 1] { _ = try await checker.verdict(on: token(), at: at(second)).get() }
    #expect(address.requests == 1)
    _ = try await checker.verdict(on: token(), at: at(counts)).get()
    #expect(address.requests == 2)
  }

  @Test("an unknown key is a reason to look, but not more often than every half minute")
  func rotation() async throws {
    let address = Address(try published())
    let checker = address.checker()
    _ = try await checker.verdict(on: token(), at: at(0)).get()
    address.give(try published("new"))
    #expect(try await checker.verdict(on: token("new"), at: at(1)) == .failure(.unknownSigner))
    for second in 2..<30 { _ = try await checker.verdict(on: token("made-up-\(second)"), at: at(second)) }
    #expect(address.requests == 1)
    _ = try await checker.verdict(on: token("new"), at: at(30)).get()
    #expect(address.requests == 2)
    #expect(try await checker.verdict(on: token(), at: at(31)) == .failure(.unknownSigner))
  }

  @Test("while the address gives nothing, the last keys count for a day")
  func stale() async throws {
    let address = Address(try published())
    let checker = address.checker()
    _ = try await checker.verdict(on: token(), at: at(0)).get()
    for answer in [nil, "<html>", #"{"keys":[]}"#] {
      address.give(answer)
      for second in [700, 3700, 86399] { _ = try await checker.verdict(on: token(), at: at(second)).get() }
      #expect(try await checker.verdict(on: token(), at: at(86400)) == .failure(.signersUnavailable))
    }
    address.give(try published())
    _ = try await checker.verdict(on: token(), at: at(90000)).get()
  }

  @Test("an address that never answered is asked again, every half minute")
  func never() async throws {
    let address = Address(nil)
    let checker = address.checker()
    for second in 0..<30 { #expect(try await checker.verdict(on: token(), at: at(second)) == .failure(.signersUnavailable)) }
    #expect(address.requests == 1)
    address.give(try published())
    _ = try await checker.verdict(on: token(), at: at(30)).get()
  }

  @Test("everybody who comes while keys are fetched waits for the one answer")
  func together() async throws {
    let address = Address(try published())
    let checker = address.checker()
    let token = try token()
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<50 { group.addTask { (try? await checker.verdict(on: token).get()) != nil } }
      for await accepted in group { #expect(accepted) }
    }
    #expect(address.requests == 1)
  }

  @Test(
    "keys that could do harm are left out",
    arguments: [
      #"{"kty":"oct","kid":"es256","k":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"}"#,  // a secret from an address
      #"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#,  // no name
      #"{"kty":"RSA","kid":"es256","n":"AQAB","e":"AQAB"}"#,  // far too short
      #"{"kty":"EC","crv":"P-256","kid":"es256","x":"AA","y":"AA"}"#,
      #"{"kty":"EC","crv":"P-384","kid":"es256","x":"AA","y":"AA"}"#, #"{"kty":"OKP","crv":"X25519","kid":"es256","x":"AA"}"#,
      #"{"kty":"OKP","crv":"Ed25519","kid":"es256","x":"AA"}"#, "null", "[]", #"{"kid":"es256"}"#,
    ])
  func omissions(key: String) async throws {
    let checker = Address(#"{"keys":[\#(key)]}"#).checker()
    #expect(try await checker.verdict(on: token()) == .failure(.signersUnavailable))
  }

  @Test("a strange key beside a good one spoils nothing, and two keys of one name are none")
  func mixture() async throws {
    let good = try published().dropFirst(#"{"keys":["#.count).dropLast(2)
    let mixed = Address(#"{"keys":[{"kty":"AKP","kid":"next"},7,\#(good)]}"#).checker()
    _ = try await mixed.verdict(on: token()).get()
    let twice = Address(#"{"keys":[\#(good),\#(good)]}"#).checker()
    #expect(try await twice.verdict(on: token()) == .failure(.signersUnavailable))
    let privately = Address(#"{"keys":[\#(good.dropLast()),"d":"AAAA"}]}"#).checker()
    #expect(try await privately.verdict(on: token()) == .failure(.signersUnavailable))
    let encrypting = Address(#"{"keys":[\#(good.dropLast()),"use":"enc"}]}"#).checker()
    #expect(try await encrypting.verdict(on: token()) == .failure(.signersUnavailable))
    let other = Address(#"{"keys":[\#(good.dropLast()),"alg":"RS256"}]}"#).checker()
    #expect(try await other.verdict(on: token()) == .failure(.signersUnavailable))
  }

  @Test("a shared secret counts only where nobody else can read it", arguments: [(0o600, true), (0o640, false), (0o644, false)])
  func exposed(mode: Int, counts: Bool) async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "jwks-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(issuer.jwks().utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
    let source = KeySetSource(file: file.path, logger: .silent)
    let checker = CredentialChecker(keys: nil, tokens: .init(rules: TestIssuer.rules, source: source))
    _ = try await checker.verdict(on: issuer.token(.rs256)).get()
    let verdict = try await checker.verdict(on: issuer.token(.hs256))
    #expect(((try? verdict.get()) != nil) == counts)
    if !counts { #expect(verdict == .failure(.unknownSigner)) }
  }

  @Test("a file is read anew when it changes, and a broken one changes nothing")
  func file() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "jwks-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(published().utf8).write(to: file)
    let source = KeySetSource(file: file.path, logger: .silent)
    let checker = CredentialChecker(keys: nil, tokens: .init(rules: TestIssuer.rules, source: source))
    _ = try await checker.verdict(on: token(), at: at(0)).get()
    try Data(published("new-key").utf8).write(to: file)
    _ = try await checker.verdict(on: token("new-key"), at: at(1)).get()
    #expect(try await checker.verdict(on: token(), at: at(1)) == .failure(.unknownSigner))
    try Data("broken".utf8).write(to: file)
    _ = try await checker.verdict(on: token("new-key"), at: at(3)).get()
  }
}
