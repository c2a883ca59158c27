import Foundation
import Testing

@Suite("musegraph understand")
struct UnderstandTests {
  private static let empty = "musegraph: 1\nname: corpus\nbegin: stop\nnodes:\n  stop: {end: done}\n"

  @Test("each line gets its answer, with spans and values on the clock of its offset")
  func lines() async throws {
    try await ScratchFolder.with { folder in
      let graph = try folder.write(Self.empty, to: "corpus.yaml")
      let input = """
        {"id": "a", "text": "see you tomorrow", "now": "2016-11-07T23:30:00", "utc_offset_minutes": -120, "locale": "en-US"}

        {"id": "b", "text": "", "now": "2016-11-07T00:00:00", "utc_offset_minutes": 0, "locale": "en-US"}
        """
      let outcome = try await BuiltMusegraph.run(["understand", graph, "--jsonl"], input: input)
      #expect(outcome.status == 0, "\(outcome.complaints)")
      let answers = outcome.output.split(separator: "\n").map { $0.replacing(/"us":\d+/, with: "\"us\":0") }
      #expect(
        answers == [
          #"{"entities":[{"end":16,"start":8,"text":"tomorrow","type":"date","values":[{"type":"date","value":"2016-11-08"}]}],"#
            + #""id":"a","intents":[{"name":"other","score":0.5}],"us":0}"#,
          #"{"entities":[],"id":"b","intents":[{"name":"other","score":0.5}],"us":0}"#,
        ])
    }
  }

  @Test("a line that is no question is reported by its number, and the others are answered")
  func malformed() async throws {
    try await ScratchFolder.with { folder in
      let graph = try folder.write(Self.empty, to: "corpus.yaml")
      let huge = String(repeating: "x", count: 10_000_000)
      let input =
        "nonsense\n{\"id\": 1}\n{\"id\": \"c\", \"text\": \"hi\"}\n{\"id\": \"d\", \"text\": \"hi\", \"now\": \"soon\"}\n\(huge)\n"
      let outcome = try await BuiltMusegraph.run(["understand", graph, "--jsonl"], input: input)
      #expect(outcome.status == 2)
      #expect(outcome.output.split(separator: "\n").count == 1)
      #expect(outcome.complaints.split(separator: "\n").map { $0.prefix(6) } == ["Line 1", "Line 2", "Line 4", "Line 5"])
    }
  }

  @Test("without --jsonl it is told for people")
  func plain() async throws {
    let outcome = try await BuiltMusegraph.run(
      ["understand", "Graphs/meeting", "--now", "2026-03-02T09:00"], input: "book a meeting tomorrow\n")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("book a meeting tomorrow\n  intent: book "))
    #expect(outcome.output.hasSuffix("  “tomorrow”  date 2026-03-03\n"))
  }
}
