import Foundation
import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

/// What has grown since an earlier build wrote a checkpoint was a bare id then.
@Suite("Checkpoints of earlier builds")
struct EarlierCheckpointTests {
  /// The state as it comes back when what fits the pattern was written as its only group.
  private func earlier(_ state: ThreadState, _ pattern: Regex<(Substring, Substring)>) throws -> ThreadState {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = String(decoding: try encoder.encode(state), as: UTF8.self)
    let old = text.replacing(pattern) { match in match.output.1.replacing("undoing", with: "undo") }
    try #require(old != text, "nothing was written otherwise: \(text)")
    return try JSONDecoder().decode(ThreadState.self, from: Data(old.utf8))
  }

  @Test("a failed write keeps its id")
  func failedWrite() throws {
    var talk = try ConsentTests().atTheQuestion { _ in .failed(reason: "down") }
    _ = talk.hears(.agree)
    talk.state = try earlier(talk.state, /\{"arguments":\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\},"effect":(\d+)\}/)
    _ = talk.hears(.agree)
    #expect(talk.calls.count == 2)
    #expect(Set(talk.calls.map(\.id)).count == 1)
  }

  @Test("a write that is being taken back is told of")
  func undo() throws {
    var talk = try CorrectionTests().placed()
    _ = talk.hears(.cancel)
    let agree = Message(id: "m", text: "", moves: [Move(.agree)], now: talk.now, sender: "ann", seen: talk.state.turn)
    _ = talk.interpreter.advance(&talk.state, with: .message(agree))
    let work = try #require(talk.state.pendingWork.first)
    talk.state = try earlier(talk.state, /"undo":\{[^{}]*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}[^{}]*)*("undoing":\d+)[^{}]*\}/)
    #expect(talk.takes(.result(work.id, .outcome("dropped", [:])))?.text == "I took it back.\n\nNothing more.")
  }
}
