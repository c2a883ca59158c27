import MuseCompiler
import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import MuseSource

/// A graph that says back what it heard, for ever; and another one that waits for a number.
enum Parrot {
  static let name: GraphName = "parrot"
  static let counter: GraphName = "counter"
  static let desk: GraphName = "desk"

  static func sources(_ name: GraphName) -> GraphSources {
    if name == desk { return GraphSources(root: SourceFile(path: "desk/graph.yaml", text: deskText), imported: []) }
    return GraphSources(
      root: SourceFile(path: "\(name)/graph.yaml", text: text.replacing("parrot", with: name.rawValue)), imported: [])
  }

  /// Waits for the words, for an event, and for a person.
  private static let deskText = """
    musegraph: 1
    name: desk
    title: "Waits for others"
    locales: [en]
    timezone: Europe/London
    slots:
      words: {type: text, ask: "What is it?"}
    facts:
      place: text
    events:
      arrived: {place: text}
    begin: listen
    nodes:
      listen: {ask: words, next: {done: hold}}
      hold:
        say: "I wait for it."
        wait: {event: arrived}
        set: {place: event.place}
        next: {event: fetch}
      fetch:
        say: "It is at {place}. I fetch somebody."
        handoff: door
        next: {returned: thanks, closed: thanks, unstaffed: nobody, timeout: nobody}
      nobody: {say: "Nobody is there.", next: thanks}
      thanks: {say: "Thank you.", end: done}
    otherwise: {exhausted: thanks}
    policy: {cancel: thanks}
    """

  private static let text = """
    musegraph: 1
    name: parrot
    title: "Says it back"
    locales: [en]
    timezone: Europe/London
    slots:
      words: {type: text, max: 9000, ask: "What shall I say?"}
    begin: listen
    nodes:
      listen:
        ask: words
        forget: [words]
        next: {done: speak}
      speak:
        say: "You said: {words}"
        next: listen
      part:
        say: "Good bye."
        end: parted
    otherwise: {exhausted: part}
    policy:
      cancel: part
    """
}

/// Takes every text for the words, except `nothing`. One that begins with `hold` waits at the gate; `fail` makes it fail.
struct ParrotUnderstanding: Understanding {
  let gate: Gate

  func moves(in request: UnderstandingRequest) async throws -> [Move] {
    if request.text.hasPrefix("hold") { await gate.pass() }
    if request.text == "fail" { throw CancellationError() }
    if request.text == "nothing" { return [Move(.nonsense)] }
    return [Move(.tell("words", .value(.string(request.text)), .plain))]
  }
}

/// Holds whoever comes until it is opened.
actor Gate {
  private var isOpen = false
  private var held: [CheckedContinuation<Void, Never>] = []
  private var watchers: [CheckedContinuation<Void, Never>] = []

  func pass() async {
    guard !isOpen else { return }
    await withCheckedContinuation { continuation in
      held.append(continuation)
      for watcher in watchers { watcher.resume() }
      watchers = []
    }
  }

  /// Returns when somebody is held.
  func someoneIsHeld() async {
    guard held.isEmpty else { return }
    await withCheckedContinuation { watchers.append($0) }
  }

  func open() {
    isOpen = true
    for continuation in held { continuation.resume() }
    held = []
  }
}
