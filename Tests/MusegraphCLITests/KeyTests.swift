import Foundation
import Testing

@Suite("musegraph key")
struct KeyTests {
  private struct Entry: Decodable, Equatable {
    var id: String
    var key: String?
    var name: String
    var tenant: String?
    var client: String?
    var scopes: [String]
    var standing: String
    var expires: String?
  }

  private static func entry(_ text: String) throws -> Entry { try JSONDecoder().decode(Entry.self, from: Data(text.utf8)) }

  @Test("a key is made and shown once, listed without it, and revoked")
  func life() async throws {
    try await ScratchFolder.with { folder in
      let file = folder.path("keys.json")
      let made = try await BuiltMusegraph.run(["key", "new", "website", "--keys", file])
      #expect(made.status == 0, "\(made.complaints)")
      let key = try #require(made.output.wholeMatch(of: /(mg_([0-9a-z]{8})_[0-9a-z]{38})\n/))
      #expect(
        made.complaints
          == "Key \(key.2) (website): talks as any client. It is not shown again: keep it where you keep secrets.\n")
      let other = try await BuiltMusegraph.run([
        "key", "new", "ann", "--keys", file, "--tenant", "acme", "--client", "ann-1", "--expires", "30d", "--format", "json",
      ])
      let ann = try Self.entry(other.output)
      #expect(ann.key?.hasPrefix("mg_\(ann.id)_") == true)
      #expect(ann.expires != nil)
      #expect(other.complaints == "")
      let text = try String(contentsOfFile: file, encoding: .utf8)
      for secret in [String(key.1), ann.key ?? ""] { #expect(!text.contains(secret.suffix(38))) }
      let revoked = try await BuiltMusegraph.run(["key", "revoke", String(key.1), "--keys", file])
      #expect(revoked.output == "Key \(key.2) (website) is revoked.\n")
      let list = try await BuiltMusegraph.run(["key", "list", "--keys", file, "--format", "json"])
      let entries = try JSONDecoder().decode([Entry].self, from: Data(list.output.utf8))
      #expect(
        entries == [
          Entry(id: String(key.2), name: "website", scopes: ["client"], standing: "revoked"),
          Entry(
            id: ann.id, name: "ann", tenant: "acme", client: "ann-1", scopes: ["client"], standing: "active", expires: ann.expires
          ),
        ])
      let lines = try await BuiltMusegraph.run(["key", "list", "--keys", file])
      #expect(lines.output.contains("\(ann.id)  active  ann: talks as 'ann-1' of tenant 'acme', until \(ann.expires ?? "")\n"))
    }
  }

  @Test(
    "what cannot be is said in a sentence",
    arguments: [
      (["new", "a", "--client", "a b"], 2, "A client id has 3 to 100 of the characters"),
      (["new", "a", "--tenant", "a:b"], 2, "A tenant has 1 to 64 of the characters"),
      (["new", "a", "--expires", "soon"], 2, "'soon' is no duration"), (["new", "a", "--expires=-1d"], 2, "is no duration"),
      (["new", "a", "--admin", "--client", "ann-1"], 2, "does not talk"), (["new", ""], 2, "1 to 100 characters"),
      (["revoke", "abc"], 3, "There is no keys file"), (["list"], 3, "There is no keys file"),
    ] as [([String], Int32, String)])
  func refusals(arguments: [String], status: Int32, words: String) async throws {
    try await ScratchFolder.with { folder in
      let outcome = try await BuiltMusegraph.run(["key"] + arguments + ["--keys", folder.path("keys.json")])
      #expect(outcome.status == status, "\(outcome.complaints)")
      #expect(outcome.complaints.contains(words), "\(outcome.complaints)")
      #expect(outcome.output == "")
    }
  }
}
