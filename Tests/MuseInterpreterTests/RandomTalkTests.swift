import Foundation
import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

/// Any moves, any outcomes: the thread always waits or ends, never writes without a yes, and replays to the same bytes.
@Suite("Random conversations")
struct RandomTalkTests {
  @Test("any moves at any wait keep the rules", arguments: [ConsentTests.shop, AskTests.visit])
  func anyMoves(_ yaml: String) throws {
    let seed = UInt64.random(in: 0...(.max))
    for round in 0..<150 {
      var random = SeededGenerator(seed: seed &+ UInt64(round))
      try hold(yaml, seed: seed, &random)
    }
  }

  private func hold(_ yaml: String, seed: UInt64, _ random: inout SeededGenerator) throws {
    var talk = try Talk(yaml)
    let moves = MoveSource(graph: talk.interpreter.graph)
    var copy = talk
    for turn in 0..<25 {
      let heard = (0..<Int.random(in: 1...3, using: &random)).map { _ in Move(moves.next(&random)) }
      let outcomes = moves.outcomes(random: &random)
      if Bool.random(using: &random) {
        talk.seen = nil
      } else {
        talk.seen = ReplyID(rawValue: Int.random(in: 0...turn, using: &random))
      }
      copy.seen = talk.seen
      talk.tools = outcomes
      copy.tools = outcomes
      talk.clearEvents()
      let writesBefore = talk.writes.count
      let reply = talk.hears(heard)
      #expect(!reply.isEmpty && reply != "(no reply)", "seed \(seed)")
      #expect(!talk.state.isWorking && talk.state.open == nil, "seed \(seed)")
      #expect(!talk.events.contains(where: isOurTrouble), "seed \(seed): \(talk.events)")
      if talk.writes.count > writesBefore { #expect(heard.contains(Move(.agree)), "seed \(seed): a write without a yes") }
      #expect(copy.hears(heard) == reply, "seed \(seed)")
      #expect(try encoded(copy.state) == encoded(talk.state), "seed \(seed)")
      #expect(try decoded(encoded(talk.state)) == talk.state, "seed \(seed)")
    }
  }

  /// An outcome that no tool declares is the fault of the tool, which this test makes now and then; anything else is our own.
  private func isOurTrouble(_ event: Event) -> Bool {
    guard case .trouble(_, let what) = event else { return false }
    return !["undeclared outcome", "was not asked for", "without a live yes", "too often"].contains { what.contains($0) }
  }

  @Test("any inputs keep the rules where graphs wait, run and hand over", arguments: Self.worlds)
  func anyInputs(_ world: World) throws {
    let seed = UInt64.random(in: 0...(.max))
    for round in 0..<100 {
      var random = SeededGenerator(seed: seed &+ UInt64(round))
      var talk = try Talk(world.graph, files: world.files)
      var copy = talk
      let inputs = InputSource(graph: talk.interpreter.graph)
      var hasAgreed = false
      for _ in 0..<60 {
        let input = inputs.next(after: talk.state, at: talk.now, &random)
        talk.now = inputs.now(of: input) ?? talk.now
        let effects = talk.interpreter.advance(&talk.state, with: input)
        #expect(copy.interpreter.advance(&copy.state, with: input) == effects, "seed \(seed)")
        #expect(talk.state.isWorking == (talk.state.open != nil), "seed \(seed)")
        #expect(!effects.events.contains(where: isOurTrouble), "seed \(seed): \(effects.events)")
        if case .message(let message) = input, !effects.isEmpty { hasAgreed = message.moves.contains(Move(.agree)) }
        if effects.contains(where: \.isWrite) { #expect(hasAgreed, "seed \(seed): a write without a yes") }
        #expect(try encoded(copy.state) == encoded(talk.state), "seed \(seed)")
        #expect(try decoded(encoded(talk.state)) == talk.state, "seed \(seed)")
      }
    }
  }

  struct World: Sendable {
    var graph: String
    var files: [String: String] = [:]
  }

  static let worlds: [World] = [
    World(graph: WaitTests.list), World(graph: SilenceTests.shop), World(graph: HandoffTests.desk),
    World(graph: LanguageModelTests.desk), World(graph: RunTests.shop, files: ["pay.graph.yaml": RunTests.pay]),
    World(graph: RunTests.correctable, files: ["pay.graph.yaml": RunTests.pay]),
    World(graph: EachTests.rooms(EachTests.order), files: ["greet.graph.yaml": EachTests.greet]),
  ]
}

func encoded(_ state: ThreadState) throws -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  return try encoder.encode(state)
}

func decoded(_ data: Data) throws -> ThreadState { try JSONDecoder().decode(ThreadState.self, from: data) }

extension Talk {
  var writes: [Call] { calls.filter { $0.effect == .writes } }
}

/// Moves of every kind, on every slot and intent of a graph, fitting or not.
struct MoveSource {
  let graph: ConversationGraph

  func next(_ random: inout SeededGenerator) -> Move.Kind {
    let slots = graph.slots.map(\.id) + ["nowhere"]
    let intents = graph.intents.map(\.id) + ["unheard_of"]
    let plain: [Move.Kind] = [.agree, .refuse, .none, .cancel, .skip, .repeat, .help, .startOver, .nonsense]
    switch Int.random(in: 0..<11, using: &random) {
    case 0...2: return plain.randomElement(using: &random) ?? .nonsense
    case 3, 4: return .agree
    case 5: return .choose(Int.random(in: -1...4, using: &random))
    case 6: return .intent(intents.randomElement(using: &random) ?? "unheard_of")
    case 7: return .reopen(slots.randomElement(using: &random) ?? "nowhere")
    default:
      let edits: [Move.Edit] = [.plain, .plain, .add, .remove, .replace]
      return .tell(
        slots.randomElement(using: &random) ?? "nowhere", telling(&random), edits.randomElement(using: &random) ?? .plain)
    }
  }

  private func telling(_ random: inout SeededGenerator) -> Move.Telling {
    let time = TimeOfDay(secondOfDay: Int.random(in: 0..<86_400, using: &random))
    let date = CivilDate(dayNumber: Int.random(in: 20_000...22_000, using: &random))
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .words(["Ann", "Bob", "Zoe", ""].randomElement(using: &random) ?? "")
    case 1: return .timePart(time)
    case 2: return .datePart(date)
    case 3: return .ambiguousTimePart([time, TimeOfDay(hour: 3)])
    case 4: return .ambiguous([value(&random), value(&random)])
    default: return .value(value(&random))
    }
  }

  func value(_ random: inout SeededGenerator) -> Value {
    let instant = Instant(seconds: Int64.random(in: 1_790_000_000...1_800_000_000, using: &random))
    let values: [Value] = [
      .string("tea"), .string(""), .int(Int64.random(in: -3...12, using: &random)), .double(0.5), .bool(true),
      .timestamp(instant),
      .date(CivilDate(year: 2026, month: 12, day: 1)), .duration(.seconds(Int64.random(in: 0...90_000, using: &random))),
      person("1", "Ann Archer"), person("3", "Bob"), .list([]), .list([person("3", "Bob")]), .null, .empty,
    ]
    return values.randomElement(using: &random) ?? .null
  }

  /// Every tool ends in some way, declared or not.
  func outcomes(random: inout SeededGenerator) -> [ToolID: @Sendable (Call) -> CallResult] {
    var tools: [ToolID: @Sendable (Call) -> CallResult] = [:]
    for (id, signature) in graph.tools {
      let ending = signature.endings.randomElement(using: &random)
      var fields: [String: Value] = [:]
      for field in ending?.fields ?? [] { fields[field.name] = listOf(field.type, &random) }
      let declared = CallResult.outcome(ending?.outcome ?? "nothing", fields)
      let results: [CallResult] = [
        declared, declared, declared, .failed(reason: "down"), .unsure(reason: "slow"), .outcome("made_up", [:]),
      ]
      let result = results.randomElement(using: &random) ?? declared
      tools[id] = { _ in result }
    }
    return tools
  }

  private func listOf(_ type: SlotType, _ random: inout SeededGenerator) -> Value {
    let items = (0..<Int.random(in: 0...3, using: &random)).map { _ in value(&random) }.filter { value in
      switch (type.item, value) {
      case (.person, .object), (.datetime, .timestamp), (.text, .string): true
      default: false
      }
    }
    return type.isList ? .list(items) : items.first ?? .string("x")
  }
}

/// SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
