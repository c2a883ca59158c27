import MuseDefinition
import MuseInterpreter
import MuseRuntime

/// A booking, taken to pieces: what was heard in it, what understanding was asked, and where the thread stood.
struct Recording {
  let inputs: [Input]
  let requests: [UnderstandingRequest]
  /// The thread before the last message, with the yes to come: a state is never fuller.
  let checkpoint: Checkpoint

  init(of meeting: MeetingGraph) async throws {
    let understanding = RecordingUnderstanding(graph: meeting.graph)
    let floor = try await Floor(meeting) { _ in understanding }
    try await floor.book("recorded")
    inputs = await floor.journal(of: "recorded").compactMap(\.record.input)
    requests = understanding.requests
    let interpreter = Interpreter(graph: meeting.graph)
    var state = interpreter.start()
    let last = inputs.lastIndex { input in if case .message = input { true } else { false } } ?? 0
    for input in inputs[..<last] { _ = interpreter.advance(&state, with: input) }
    checkpoint = Checkpoint(graph: meeting.graph.name, record: last + 2, segment: 5, turn: nil, state: state, history: 10)
  }
}
