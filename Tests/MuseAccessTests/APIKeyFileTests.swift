import Foundation
import MuseAccess
import MuseExpression
import Testing

@Suite("The keys file")
struct APIKeyFileTests {
  private static let now = TestIssuer.now

  /// Runs `body` with a path in a folder of its own.
  private static func inFolder(_ body: (APIKeyFile, String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "keys.json").path
    do {
      try await body(APIKeyFile(path: path), path)
    } catch {
      Issue.record(error)
    }
    try FileManager.default.removeItem(at: folder)
  }

  private static func failure(_ work: () throws(APIKeyFile.Failure) -> APIKeyList) -> String? {
    do throws(APIKeyFile.Failure) {
      _ = try work()
      return nil
    } catch {
      return error.description
    }
  }

  @Test("what is written is read again, and holds no key")
  func roundTrip() async throws {
    try await Self.inFolder { file, path in
      let issued = try file.update { list in
        [
          list.issue(name: "website", at: Self.now),
          list.issue(
            name: "ann \"the\" first", tenant: Tenant("acme"), scopes: [.client, .admin], speaksFor: .client("ann-1"),
            at: Self.now,
            expires: Instant(seconds: Self.now.seconds + 1, nanoseconds: 500_000_000)),
        ]
      }
      try file.update { list in _ = list.revoke(issued[0].id, at: Self.now) }
      let list = try file.read()
      #expect(list.keys.map(\.id) == issued.map(\.id))
      #expect(list.keys.map(\.revoked) == [Self.now, nil])
      #expect(try list.identity(of: issued[1], at: Self.now).administers == Tenant("acme").map(Domain.tenant))
      let text = try String(contentsOfFile: path, encoding: .utf8)
      for key in issued { #expect(!text.contains(key.secretText.suffix(38))) }
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test("writers at once lose nothing")
  func writers() async throws {
    try await Self.inFolder { file, _ in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<20 {
          group.addTask { _ = try file.update { $0.issue(name: "key \(number)", at: Self.now) } }
        }
        try await group.waitForAll()
      }
      #expect(Set(try file.read().keys.map(\.name)) == Set((0..<20).map { "key \($0)" }))
    }
  }

  @Test("a file that others may read is refused, and the sentence says what to do", arguments: [0o640, 0o604, 0o666, 0o620])
  func permissions(mode: Int) async throws {
    try await Self.inFolder { file, path in
      try file.update { _ = $0.issue(name: "a", at: Self.now) }
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      #expect(
        Self.failure { () throws(APIKeyFile.Failure) in try file.read() }
          == "Others may read or change the keys file '\(path)'. Run: chmod 600 '\(path)'")
    }
  }

  @Test(
    "a broken file says what is wrong with it",
    arguments: [
      ("", "the system"), ("{}", "'musegraph_keys' is missing."),
      (#"{"musegraph_keys":2,"keys":[]}"#, "A newer musegraph wrote it"),
      (#"{"musegraph_keys":1}"#, "'keys' is missing."), (#"{"musegraph_keys":1,"keys":{}}"#, "'keys' is not of its kind."),
      (#"{"musegraph_keys":1,"keys":[{"id":"a"}]}"#, "'name' is missing."),
      (
        #"{"musegraph_keys":1,"keys":[{"id":"a","name":"b","scopes":["root"],"sha256":"","created":"2026-11-23T09:00:00Z"}]}"#,
        "root"
      ),
      (
        #"{"musegraph_keys":1,"keys":[{"id":"a","name":"b","scopes":[],"sha256":"","created":"2026-11-23T09:00:00Z","expires":"soon"}]}"#,
        "'soon' is no time"
      ),
    ])
  func broken(text: String, complaint: String) async throws {
    try await Self.inFolder { file, path in
      try Data(text.utf8).write(to: URL(filePath: path))
      chmod(path, 0o600)
      let failure = try #require(Self.failure { () throws(APIKeyFile.Failure) in try file.read() })
      #expect(failure.hasPrefix("The keys file '\(path)' cannot be read: "))
      if text.isEmpty { return }
      #expect(failure.contains(complaint))
    }
  }

  @Test("a server that runs reads the file anew when it changes, and keeps the keys while it is broken")
  func ring() async throws {
    try await Self.inFolder { file, path in
      let first = try file.update { $0.issue(name: "first", at: Self.now) }
      let ring = try APIKeyRing(file: file, logger: .silent)
      let checker = CredentialChecker(keys: ring, tokens: nil)
      func at(_ seconds: Int64) -> Instant { Instant(seconds: Self.now.seconds + seconds) }
      let ann = try await checker.verdict(on: first.secretText, at: at(0)).get()
      let second = try file.update { $0.issue(name: "second", at: Self.now) }
      #expect(await checker.verdict(on: second.secretText, at: at(0)) == .failure(.unknownKey))
      _ = try await checker.verdict(on: second.secretText, at: at(1)).get()
      #expect(await !checker.isWithdrawn(ann, at: at(2)))
      try file.update { _ = $0.revoke(first.id, at: Self.now) }
      #expect(await checker.isWithdrawn(ann, at: at(3)))
      #expect(await checker.verdict(on: first.secretText, at: at(4)) == .failure(.revoked))
      try Data("broken".utf8).write(to: URL(filePath: path))
      _ = try await checker.verdict(on: second.secretText, at: at(6)).get()
      #expect(await checker.verdict(on: "eyJ.e30.x", at: at(6)) == .failure(.malformed))
    }
  }

  @Test("there must be a file to begin with")
  func missing() {
    let path = "/nonexistent/keys.json"
    #expect(
      Self.failure { () throws(APIKeyFile.Failure) in try APIKeyFile(path: path).read() }
        == "There is no keys file '\(path)'. Make one with 'musegraph key new'.")
    #expect(throws: APIKeyFile.Failure.self) { try APIKeyFile(path: path).update { _ in } }
  }
}
