import Foundation
import Testing

@Suite("musegraph replay")
struct ReplayTests {
  private static let journals = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

  @Test("journals that earlier builds recorded replay to the same bytes")
  func recorded() async throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.journals.path(percentEncoded: false))
    let paths = names.filter { $0.hasSuffix(".journal") }.sorted().map {
      Self.journals.appending(path: $0).path(percentEncoded: false)
    }
    #expect(!paths.isEmpty)
    let outcome = try await BuiltMusegraph.run(["replay"] + paths)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.complaints)")
  }

  @Test("a journal of another meaning of the language is not compared, and that is said in a line")
  func otherMeaning() async throws {
    let outcome = try await BuiltMusegraph.run([
      "replay", Self.journals.appending(path: "meaning-1.jsonl").path(percentEncoded: false),
    ])
    #expect(outcome.status == 3)
    #expect(outcome.output.contains("it was computed by meaning 1 of the language, and this build has meaning"))
    #expect(outcome.output.split(separator: "\n").count == 1 && !outcome.output.contains("differs"))
    #expect(outcome.complaints == "0 replayed, all the same. 1 of another meaning.\n")
  }

  @Test("a conversation of this build replays in another process, and one that was tampered with does not")
  func fresh() async throws {
    try await ScratchFolder.with { folder in
      let journal = folder.path("talk.journal")
      let talk = try await BuiltMusegraph.run(
        ["chat", "Graphs/meeting", "--now", "2026-03-02T09:00", "--journal", journal],
        input: "book a meeting called Sync with bob@example.com tomorrow at 3pm\nyes\n")
      #expect(talk.status == 0, "\(talk.complaints)")
      let same = try await BuiltMusegraph.run(["replay", journal])
      #expect(same.status == 0, "\(same.output)")

      let text = try String(contentsOfFile: journal, encoding: .utf8)
      let tampered = try folder.write(text.replacing("Booked: Sync", with: "Booked: Sink"), to: "tampered.journal")
      let other = try await BuiltMusegraph.run(["replay", tampered])
      #expect(other.status == 1)
      #expect(other.output.contains("differs"))
    }
  }

  @Test(
    "a journal that is empty, cut off or of another kind is told in words, with the line",
    arguments: [
      ("", "Line 1 cannot be read: it does not begin as a journal does."), ("[]\n", "it does not begin as a journal does."),
      ("{\"head\":{\"journal\":99,\"thread\":\"a\"}}\n", "Line 1 cannot be read: it is of format 99"),
      ("{\"head\":{\"journal\":1,\"thread\":\"a\"}}\n{\"entry\":{\"nu", "Line 2 cannot be read: it was cut off or changed."),
    ])
  func broken(text: String, complaint: String) async throws {
    try await ScratchFolder.with { folder in
      let outcome = try await BuiltMusegraph.run(["replay", try folder.write(text, to: "a.journal")])
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      #expect(outcome.complaints.contains(complaint), "\(outcome.complaints)")
    }
  }

  @Test("what is no journal, no store or no conversation is said to be so, and the status is 2")
  func refusals() async throws {
    let calls = [
      ["replay"], ["replay", "README.md"], ["replay", "nope.journal"], ["replay", "--store", "memory"],
      ["replay", "--store", "sqlite:nope.sqlite"], ["replay", "--store", "paper"],
    ]
    for call in calls {
      let outcome = try await BuiltMusegraph.run(call)
      #expect(outcome.status == 2, "\(call): \(outcome.complaints)")
      #expect(!outcome.complaints.isEmpty)
    }
    #expect(!FileManager.default.fileExists(atPath: "nope.sqlite"))
  }
}
