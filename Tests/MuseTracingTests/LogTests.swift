import Foundation
import Logging
import MuseTracing
import Testing
import Tracing

@Suite("Lines of the log")
struct LogTests {
  private let book = LogBook()

  private func json() -> Logger {
    let book = book
    var logger = Logger(label: "musegraph") {
      JSONLogHandler(label: $0, metadataProvider: .traceIDs, time: HastyTime()) { book.note($0) }
    }
    logger.logLevel = .trace
    return logger
  }

  private func plain() -> Logger {
    let book = book
    return Logger(label: "musegraph") { _ in PlainLogHandler(around: BriefLogHandler(book)) }
  }

  @Test("a line is one object, with the time to the millisecond, and all metadata flat beside it")
  func whole() {
    var logger = json()
    logger[metadataKey: "thread"] = "ann-1"
    logger.warning(
      "A tool's call failed",
      metadata: [
        "turn": "3", "tool": .stringConvertible("shop.look"), "message": "m-1", "list": ["a", ["b": "c"]],
        "outer": ["inner": "x", "time": "y", "deep": ["est": "z"]],
      ])
    #expect(
      book.lines == [
        #"{"time": "2026-11-23T09:00:00.007Z", "level": "warning", "logger": "musegraph", "source": "MuseTracingTests", "#
          + #""message": "A tool's call failed", "list": ["a", {"b": "c"}], "message_": "m-1", "outer.deep.est": "z", "#
          + #""outer.inner": "x", "outer.time": "y", "thread": "ann-1", "tool": "shop.look", "turn": "3"}"#
      ])
  }

  @Test("what happens in a span has its ids, and nothing else has any")
  func ids() throws {
    var context = ServiceContext.topLevel
    context.trace = TraceContext(traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
    let logger = json()
    ServiceContext.withValue(context) { logger.info("in") }
    logger.info("out")
    #expect(
      book.lines.map { $0.contains(#""span_id": "00f067aa0ba902b7", "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736"}"#) } == [
        true, false,
      ])
    #expect(!book.lines[1].contains("trace_id"))
  }

  private static let forged = "x\n2026-11-23T09:00:00+0000 critical musegraph: forged\r\u{1b}[2J\u{85}\u{2028}\u{0}\"}\\"

  @Test("what a stranger writes stays inside one line of JSON, and can be read back")
  func injectionIntoJSON() throws {
    var logger = json()
    logger[metadataKey: Self.forged] = .string(Self.forged)
    logger.error(
      "\(Self.forged)", error: Forgery(), metadata: ["a": .stringConvertible(Forgery()), "b": [.string(Self.forged)]])
    #expect(book.lines.count == 1)
    let line = try #require(book.lines.first)
    #expect(line.unicodeScalars.allSatisfy { !$0.properties.isWhitespace || $0 == " " })
    #expect(line.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    for key in ["message", "a", "error", Self.forged] { #expect(object[key] as? String == Self.forged, "\(key)") }
    #expect(object["b"] as? [String] == [Self.forged])
  }

  @Test("nor does it begin a line of its own in the log for people")
  func injectionIntoText() {
    var logger = plain()
    logger[metadataKey: "client"] = .string(Self.forged)
    logger.error(
      "\(Self.forged)", error: Forgery(), metadata: ["a": .stringConvertible(Forgery()), "b": [["c": .string(Self.forged)]]])
    #expect(book.lines.count == 1)
    for scalar in book.lines.joined().unicodeScalars {
      #expect(scalar.properties.generalCategory != .control && scalar != "\u{2028}", "\(scalar.value)")
    }
    #expect(book.lines.first?.contains(#"x\n2026-11-23"#) == true)
    if case .string(let text)? = logger[metadataKey: "client"] { #expect(!text.contains("\n")) } else { Issue.record("no text") }
  }

  @Test("any text comes through JSON as it was", arguments: 1...20)
  func anyText(seed: UInt32) throws {
    let scalars = (0..<UInt32(400)).compactMap { Unicode.Scalar((seed &* 2_654_435_761 &+ $0 &* 40_503) & 0x1F_FFFF) }
    let text = String(String.UnicodeScalarView(scalars))
    json().info("m", metadata: ["text": .string(text)])
    let line = try #require(book.lines.first)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect((object["text"] as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
  }
}

private struct Forgery: Error, CustomStringConvertible {
  var description: String { "x\n2026-11-23T09:00:00+0000 critical musegraph: forged\r\u{1b}[2J\u{85}\u{2028}\u{0}\"}\\" }
}
