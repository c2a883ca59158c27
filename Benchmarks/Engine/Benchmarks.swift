import MuseCompiler
import MuseDefinition
import MuseDialogue
import MuseInterpreter
import MuseRuntime
import MuseSource

/// Everything that is counted.
func benchmarks(of meeting: MeetingGraph) -> [Benchmark] {
  [reference(), step(meeting), turn(meeting), understanding(meeting), training(meeting), encoding(meeting), decoding(meeting)]
    + [10, 100, 1000].map(loading)
}

private func reference() -> Benchmark {
  Benchmark("reference") { { keep(Reference.digest(of: Reference.megabyte)) } }
}

/// A move in, a state and effects out, for each input of a booking: messages, results of tools, deliveries.
private func step(_ meeting: MeetingGraph) -> Benchmark {
  Benchmark("step", units: 13) {
    let inputs = try await Recording(of: meeting).inputs
    let interpreter = Interpreter(graph: meeting.graph)
    guard inputs.count == 13 else { throw WrongCourse(description: "A booking has \(inputs.count) inputs.") }
    return {
      var state = interpreter.start()
      for input in inputs { keep(interpreter.advance(&state, with: input)) }
      guard state.slots.isEmpty == false else { throw WrongCourse(description: "The state is empty.") }
    }
  }
}

/// From a text to its reply: understood, decided, done, stored in memory and delivered.
private func turn(_ meeting: MeetingGraph) -> Benchmark {
  Benchmark("turn", units: Floor.lines.count) {
    let floor = try await Floor(meeting) { EmbeddedUnderstanding(graph: $0) }
    var number = 0
    return {
      number += 1
      try await floor.book(ThreadID(rawValue: "somebody-\(number)"))
    }
  }
}

private func understanding(_ meeting: MeetingGraph) -> Benchmark {
  Benchmark("understand", units: Floor.lines.count) {
    let requests = try await Recording(of: meeting).requests
    let understander = Understander(graph: meeting.graph)
    return {
      for request in requests {
        keep(
          understander.moves(
            in: request.text, awaiting: request.awaiting, now: request.now, zone: request.zone, locale: request.locale))
      }
    }
  }
}

private func training(_ meeting: MeetingGraph) -> Benchmark {
  Benchmark("train") { { keep(Understander(graph: meeting.graph)) } }
}

private func encoding(_ meeting: MeetingGraph) -> Benchmark {
  let bytes = { @Sendable in try CanonicalJSON.bytes(of: await Recording(of: meeting).checkpoint).count }
  return Benchmark("encode", bytes: bytes) {
    let checkpoint = try await Recording(of: meeting).checkpoint
    return { keep(try CanonicalJSON.bytes(of: checkpoint)) }
  }
}

private func decoding(_ meeting: MeetingGraph) -> Benchmark {
  Benchmark("decode") {
    let text = try CanonicalJSON.text(of: await Recording(of: meeting).checkpoint)
    return { keep(try CanonicalJSON.value(Checkpoint.self, from: text)) }
  }
}

/// From the text of a file to a checked graph.
private func loading(_ nodes: Int) -> Benchmark {
  let bytes = { @Sendable in GeneratedGraph(nodes: nodes).sources.files.reduce(0) { $0 + $1.text.utf8.count } }
  return Benchmark("load-\(nodes)", units: nodes, bytes: bytes) {
    let sources = GeneratedGraph(nodes: nodes).sources
    return {
      let compilation = Compiler.compile(sources)
      guard compilation.graph?.nodes.count == nodes else {
        throw WrongCourse(description: "Of \(nodes) nodes: \(compilation.diagnostics.prefix(20))")
      }
    }
  }
}
