import Logging
import MuseCompiler
import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import MuseSource
import Testing

/// A graph that asks, reads, confirms and writes: sells tea.
enum Shop {
  static func sources(version: Int = 1, repeats: String = "same_key") -> GraphSources {
    let root = SourceFile(path: "shop/graph.yaml", text: graph.replacing("Bought", with: version == 1 ? "Bought" : "Sold"))
    let tools = SourceFile(path: "shop/shop.tools.yaml", text: tools.replacing("same_key", with: repeats))
    return GraphSources(root: root, imported: [tools])
  }

  /// Asks before it tries a failed write again.
  static var retryingSources: GraphSources {
    let asking = graph.replacing(
      "next: {placed: thanks}",
      with:
        "next: {placed: thanks, failed: again}\n  again: {confirm: \"Shall I try again?\", next: {agreed: buy, refused: sorry}}")
    let plain = sources()
    return GraphSources(root: SourceFile(path: plain.root.path, text: asking), imported: plain.imported)
  }

  static func graph(_ sources: GraphSources = sources()) throws -> ConversationGraph {
    let compilation = Compiler.compile(sources)
    return try #require(compilation.graph, "\(compilation.diagnostics.filter { $0.severity == .error })")
  }

  private static let graph = """
    musegraph: 1
    name: shop
    title: "Sells tea"
    locales: [en]
    timezone: Europe/London
    import: [shop.tools.yaml]
    slots:
      item: {type: text, ask: "What would you like?"}
      count: {type: integer, ask: "How many?"}
    facts:
      number: text
    begin: wish
    nodes:
      wish:
        ask: [item, count]
        next: {done: look}
      look:
        call: stock.look
        with: [item]
        next: {there: agree, gone: sorry}
      agree:
        confirm: "{count} of {item}?"
        covers: [item, count]
        next: {agreed: buy, refused: sorry, changed: wish}
      buy:
        call: order.place
        with: [item, count]
        set: {number: placed.number}
        next: {placed: thanks}
      thanks:
        say: "Bought: {number}."
        end: bought
      not_sure:
        say: "I cannot tell."
        end: lost
      sorry:
        say: "Not sold."
        end: nothing
    otherwise: {exhausted: sorry, failed: sorry, unsure: not_sure}
    policy:
      cancel: sorry
      keep: {days: 30, checkpoints: 5}
    """

  private static let tools = """
    musegraph: 1
    tools:
      stock.look:
        effect: reads
        takes: {item: text}
        outcomes: {there: {}, gone: {}}
      order.place:
        effect: writes
        repeat: same_key
        takes: {item: text, count: integer}
        outcomes: {placed: {number: text}}
    """
}

/// Reads `item=tea count=2`, `yes`, `no`, `cancel`; all else is nonsense. A text that begins with `hold` waits for the gate.
struct ShopUnderstanding: Understanding {
  var gate = Gate()

  func moves(in request: UnderstandingRequest) async throws -> [Move] {
    if request.text.hasPrefix("hold") { await gate.pass() }
    if request.text == "fail" { throw CancellationError() }
    let moves = request.text.split(whereSeparator: \.isWhitespace).compactMap { word -> Move? in
      switch word {
      case "yes": return Move(.agree)
      case "no": return Move(.refuse)
      case "cancel": return Move(.cancel)
      default: return telling(word)
      }
    }
    return moves.isEmpty ? [Move(.nonsense)] : moves
  }

  private func telling(_ word: Substring) -> Move? {
    let halves = word.split(separator: "=")
    guard halves.count == 2 else { return nil }
    let value: Value = Int64(halves[1]).map { .int($0) } ?? .string(String(halves[1]))
    return Move(.tell(SlotID(rawValue: String(halves[0])), .value(value), .plain))
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
