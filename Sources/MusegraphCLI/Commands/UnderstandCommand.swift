import ArgumentParser
import MuseDefinition
import MuseDialogue
import MuseExpression
import MuseRuntime

struct UnderstandCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "understand",
    abstract: "Show what single messages mean to a graph: intents with their scores, dates, people, numbers.",
    discussion: """
      Reads messages from stdin, one on each line, until it ends.

        echo "a call with Ann tomorrow at 3" | musegraph understand graph.yaml

      With --jsonl a line is an object and so is its answer, for measuring:

        {"id": "1", "text": "tomorrow", "now": "2026-03-02T09:00:00",
         "utc_offset_minutes": 0, "locale": "en-GB"}
        {"id": "1", "us": 120, "intents": [{"name": "other", "score": 0.5}],
         "entities": [{"type": "date", "start": 0, "end": 8, …}]}

      Spans count Unicode scalars, end exclusive. A line that is no such object is reported on stderr, and the exit status is 2.
      """)

  @Argument(help: "The graph file, or a folder with one graph.")
  var path: String

  @Flag(help: "Read and write JSON objects, one on each line.")
  var jsonl = false

  @Option(help: StartOfClock.help, transform: StartOfClock.read)
  var now: StartOfClock?

  func run() throws {
    let graph = try GraphLoader.sound(path).graph
    let understander = Understander(graph: graph)
    let start = now?.instant(in: graph.zone) ?? SystemTimeSource().now()
    if jsonl {
      try answerLines(by: understander, zone: graph.zone, locale: graph.locale, at: start)
    } else {
      while let line = readLine() {
        guard MessageLimit.accepts(line) else { continue }
        let analysis = understander.analyse(line, now: start, zone: graph.zone, locale: graph.locale)
        Console.show(text(line, UnderstandingAnswer(id: "", microseconds: 0, analysis)))
      }
    }
  }

  private func answerLines(by understander: Understander, zone: Zone, locale: LocaleID, at start: Instant) throws {
    let answerer = LineAnswerer(understander: understander, zone: zone, locale: locale, start: start)
    var number = 0
    var complaints = 0
    while let line = readLine() {
      number += 1
      guard !line.allSatisfy(\.isWhitespace) else { continue }
      do {
        Console.show(try answerer.answer(line))
      } catch {
        complaints += 1
        Console.complain("Line \(number): \(error)")
      }
    }
    if complaints > 0 { throw CommandFailure(.usage) }
  }

  private func text(_ line: String, _ answer: UnderstandingAnswer) -> String {
    let intents = answer.intents.prefix(3).map { "\($0.name) \(Int($0.score * 100)) %" }.joined(separator: ", ")
    let entities = answer.entities.map { entity in
      "  “\(entity.text)”  \(entity.values.map(\.description).joined(separator: ", or "))"
    }
    return ([line, "  intent: \(intents)"] + entities).joined(separator: "\n")
  }
}
