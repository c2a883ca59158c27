import Foundation
import MuseCompiler
import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime

/// What every stored text must come to: a value that is written again as it is, or an error. Never a trap: a page of a disk that went bad
/// must not end the process at every start.
///
/// libFuzzer calls this once for each input (https://llvm.org/docs/LibFuzzer.html#fuzz-target). It is done on a stack as small as the
/// ones that a server reads on.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzStoredBytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let text = String(validating: bytes, as: UTF8.self) else { return 0 }
  SmallStack.run { check(text) }
  return 0
}

private func check(_ text: String) {
  checkForm(of: text, as: JournalRecord.self)
  checkForm(of: text, as: JournalEntry.self)
  checkForm(of: text, as: Reply.self)
  checkForm(of: text, as: GraphSources.self)
  checkForm(of: text, as: CalendarEvent.self)
  checkForm(of: text, as: CalendarReceipt.self)
  if let checkpoint = checkForm(of: text, as: Checkpoint.self) { checkTalk(from: checkpoint) }
  checkReplay(of: text)
}

@discardableResult
private func checkForm<Value: Codable & Equatable>(of text: String, as type: Value.Type) -> Value? {
  guard let value = try? CanonicalJSON.value(type, from: text) else { return nil }
  guard let written = try? CanonicalJSON.bytes(of: value) else { preconditionFailure("what was read can be written") }
  guard let expected = try? CanonicalJSON.foundationBytes(of: value) else { preconditionFailure("Foundation writes it, too") }
  precondition(written == [UInt8](expected), "as Foundation writes it")
  guard let again = try? CanonicalJSON.value(type, from: String(decoding: written, as: UTF8.self)) else {
    preconditionFailure("what was written can be read")
  }
  precondition(again == value, "what is read is what was written")
  return value
}

/// Whatever a checkpoint says, the conversation goes on from it somehow.
private func checkTalk(from checkpoint: Checkpoint) {
  for interpreter in Known.shared.interpreters {
    for (number, kind) in ([.help, .agree, .cancel, .nonsense] as [Move.Kind]).enumerated() {
      var state = checkpoint.state
      let message = Message(
        id: MessageID(rawValue: "m\(number)"), text: "", moves: [Move(kind)], now: Instant(seconds: 1_795_424_400), sender: "ann",
        seen: state.turn)
      _ = interpreter.advance(&state, with: .message(message))
    }
  }
}

private func checkReplay(of text: String) {
  guard let file = try? JournalFile(lines: Known.head + text) else { return }
  let known = Known.shared
  _ = Replay.run(known.journal + file.journal, graphs: known.graphs, checkpoint: file.checkpoint)
}

/// A sound journal, of FUZZ_JOURNAL, for what only means something beside one.
private struct Known {
  static let shared = Known()
  static let head = #"{"head":{"journal":1,"thread":"ann"}}"# + "\n"

  var journal: [JournalEntry] = []
  var graphs: [Fingerprint: Interpreter] = [:]
  var interpreters: [Interpreter] { Array(graphs.values) }

  private init() {
    guard let path = ProcessInfo.processInfo.environment["FUZZ_JOURNAL"],
      let text = try? String(contentsOfFile: path, encoding: .utf8), let file = try? JournalFile(lines: text)
    else { return }
    journal = Array(file.journal.prefix(8))
    for sources in file.sources {
      guard let graph = Compiler.rebuild(sources) else { continue }
      graphs[graph.fingerprint] = Interpreter(graph: graph)
    }
  }
}

/// One thread with the stack of a thread that Dispatch gives to a server.
private final class SmallStack: @unchecked Sendable {
  private static let shared = SmallStack()
  private let work = DispatchSemaphore(value: 0)
  private let done = DispatchSemaphore(value: 0)
  private var job: () -> Void = {}

  private init() {
    let thread = Thread { [self] in
      while true {
        work.wait()
        job()
        done.signal()
      }
    }
    thread.stackSize = 512 * 1024
    thread.start()
  }

  static func run(_ job: @escaping () -> Void) {
    shared.job = job
    shared.work.signal()
    shared.done.wait()
  }
}
