import ArgumentParser
import MuseExpression
import MuseRuntime

struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluate an expression: try CEL out, or measure it.",
    discussion: """
      Types are not checked first, as they are in a graph: what does not fit is an error only where it is reached.

        musegraph eval '[1, 2, 3].filter(x, x > 1).map(x, x * 10)'
        musegraph eval 'format(today + duration("7d"))' --locale de --zone Europe/Berlin

      The variables are now and today. With --jsonl expressions are read from stdin, one object on each line, and answered one by \
      one; values carry their types:

        {"id": "1", "expr": "x + 1", "bindings": {"x": {"int": "5"}}, "container": ""}
        {"id": "1", "value": {"int": "6"}}

      Exit status: 0 a value, or --jsonl and every line was read; 1 the expression has no value; 2 a line that cannot be read.
      """)

  @Argument(help: "The expression.")
  var expression: String?

  @Flag(help: "Read and write JSON objects, one on each line.")
  var jsonl = false

  @Option(help: "The time zone of dates and times, as Europe/London; UTC, if left out.", transform: PersonOptions.readZone)
  var zone: Zone?

  @Option(help: "The locale of format(…) and plural(…), as en-GB; en, if left out.", transform: PersonOptions.readLocale)
  var locale: LocaleID?

  @Option(help: StartOfClock.help, transform: StartOfClock.read)
  var now: StartOfClock?

  func validate() throws {
    guard jsonl == (expression == nil) else {
      throw ValidationError(jsonl ? "With --jsonl expressions come from stdin." : "Give an expression, or --jsonl.")
    }
  }

  func run() throws {
    let zone = zone ?? .utc
    let now = now?.instant(in: zone) ?? SystemTimeSource().now()
    let locale = locale ?? "en"
    if let expression {
      try show(expression, now: now, zone: zone, locale: locale)
    } else {
      try answerLines(by: ExpressionAnswerer(now: now, zone: zone, locale: locale))
    }
  }

  private func show(_ source: String, now: Instant, zone: Zone, locale: LocaleID) throws {
    let variables: [String: Value] = ["now": .timestamp(now), "today": .date(zone.civil(now).date)]
    let context = EvaluationContext(now: now, zone: zone, locale: locale) { variables[$0] }
    switch StandardExpression.parse(source) {
    case .failure(let problems):
      for issue in problems.issues {
        complain("\(issue.message) \(issue.advice)", in: source, at: issue.offsets.lowerBound)
      }
      throw CommandFailure(.findings)
    case .success(let expression):
      do throws(EvaluationError) {
        Console.show(try expression.evaluate(in: context).description)
      } catch {
        complain(error.message, in: source, at: error.offset)
        throw CommandFailure(.findings)
      }
    }
  }

  /// The sentence, the line of the expression, and a caret below its place.
  private func complain(_ sentence: String, in source: String, at offset: Int) {
    let before = String(String.UnicodeScalarView(source.unicodeScalars.prefix(offset)))
    let start = before.lastIndex(where: \.isNewline).map { before.index(after: $0) } ?? before.startIndex
    let column = before[start...].count
    let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let line = lines.indices.contains(before.count(where: \.isNewline)) ? lines[before.count(where: \.isNewline)] : ""
    Console.complain("\(sentence)\n  \(line)\n  \(String(repeating: " ", count: column))^")
  }

  private func answerLines(by answerer: ExpressionAnswerer) throws {
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
}
