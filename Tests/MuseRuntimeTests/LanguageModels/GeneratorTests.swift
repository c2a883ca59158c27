import Logging
import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import Synchronization
import Testing

@Suite("Asking language models")
struct GeneratorTests {
  private static let mood = [ToolSignature.Parameter(name: "out", type: .choice(["calm", "angry"]))]

  private struct World {
    var models: [ScriptedLanguageModel]
    var tools: [any Tool] = []
    var time = ManualTimeSource()
    var product = LanguageModelNode.Product.reply
    var history: [Line] = []
    let heard = Heard()

    init(_ lines: ScriptedLanguageModel.Line.Answer..., then others: [ScriptedLanguageModel] = []) {
      models = [ScriptedLanguageModel(lines.map { .init($0) })] + others
    }

    func ask() async throws -> CallResult {
      let shop = try Shop.graph()
      let node = LanguageModelNode(
        role: "guide", product: product, prompt: SpokenText(variants: [:]), tools: ["stock.look", "order.place"])
      let nodes = shop.nodeOrder.compactMap { shop.nodes[$0] }.map { old in
        var changed = old
        if old.id == "look" { changed.kind = .llm(node) }
        return changed
      }
      let graph = shop.changing(nodes: nodes)
      let generation = Generation(
        id: EffectID(rawValue: 3), node: "look", role: "guide", product: .reply, prompt: "Be kind.", history: history)
      let performer = EffectPerformer(
        tools: ToolBox(tools), models: LanguageModelBox(["guide": models]), time: time,
        limits: .init(models: .init(pauseBetweenAttempts: .zero)), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
      )
      let turn = TurnContext(message: "m1", sender: "ann", now: Instant(seconds: 5), zone: nil)
      return await performer.perform(
        .init(
          work: .generate(generation), thread: "ann-1", turn: turn, graph: graph, isRepetition: false,
          listen: { [heard] in heard.add($0) }))
    }
  }

  private final class Heard: Sendable {
    private let speech = Mutex<[StreamedSpeech]>([])
    var all: [StreamedSpeech] { speech.withLock { $0 } }
    func add(_ piece: StreamedSpeech) { speech.withLock { $0.append(piece) } }
  }

  private static func reply(_ text: String) -> CallResult { .outcome("reply", ["text": .string(text)]) }

  @Test("a reply is streamed, and comes whole in the end")
  func streams() async throws {
    let world = World(.reply("Good day"))
    #expect(try await world.ask() == Self.reply("Good day"))
    let id = EffectID(rawValue: 3)
    #expect(world.heard.all == [.said(id, "Good"), .said(id, " day")])
    #expect(world.models[0].requests == [GenerationRequest(role: "guide", messages: [.person("Be kind.")], tools: Self.tools)])
  }

  @Test("more than it may say is no answer")
  func tooMuch() async throws {
    let world = World(.reply(String(repeating: "a ", count: 60_000)))
    guard case .failed = try await world.ask() else { return #expect(Bool(false), "an answer without end was taken") }
  }

  private static let tools = [
    GenerationTool(
      name: "stock_look", summary: "stock.look",
      parameters: [
        "type": "object", "properties": ["item": ["type": "string"]], "required": ["item"], "additionalProperties": false,
      ])
  ]

  @Test("the author's words come first, then what was said")
  func history() async throws {
    var world = World(.reply("Yes"))
    world.history = [
      Line(speaker: .graph, text: "Hello!"), Line(speaker: .staff, text: "I am Tom."), Line(speaker: .person, text: "Hi"),
    ]
    _ = try await world.ask()
    #expect(
      world.models[0].requests.first?.messages
        == [.instructions("Be kind."), .assistant("Hello!"), .assistant("I am Tom."), .person("Hi")])
  }

  @Test("with no language model for the role it ends as without")
  func without() async throws {
    var world = World()
    world.models = []
    #expect(try await world.ask() == .outcome("without", [:]))
  }

  @Test("what failed for a moment is tried again, and what was streamed is withdrawn")
  func again() async throws {
    let world = World(.breaksOff(after: "Good"), .reply("Yes"))
    #expect(try await world.ask() == Self.reply("Yes"))
    let id = EffectID(rawValue: 3)
    #expect(world.heard.all == [.said(id, "Good"), .withdrawn(id), .said(id, "Yes")])
  }

  @Test("a failure for good brings the next language model, and with none left it has failed")
  func next() async throws {
    let second = ScriptedLanguageModel([.init(.reply("Here I am"))])
    #expect(try await World(.failure(.permanent(reason: "key")), then: [second]).ask() == Self.reply("Here I am"))
    #expect(try await World(.failure(.permanent(reason: "key"))).ask() == .failed(reason: "key"))
    let busy = LanguageModelFailure.transient(reason: "busy")
    #expect(try await World(.failure(busy), .failure(busy), .reply("too late")).ask() == .failed(reason: "busy"))
  }

  @Test("one that never answers is given up after its time")
  func timeout() async throws {
    let world = World(.silence, .reply("Yes"))
    async let result = world.ask()
    await world.time.sleepers()
    world.time.advance(by: .seconds(30))
    #expect(try await result == Self.reply("Yes"))
  }

  @Test("it may look things up, and is told what came of it")
  func reads() async throws {
    let call = GenerationCall(id: "c1", tool: "stock_look", arguments: ["item": "tea"])
    var world = World(.calls([call]), .reply("There is tea."))
    let stock = ScriptedTool.stock
    world.tools = [stock]
    #expect(try await world.ask() == Self.reply("There is tea."))
    #expect(stock.requests.map(\.arguments) == [["item": .string("tea")]])
    #expect(
      world.models[0].requests.last?.messages
        == [
          .person("Be kind."), .assistant("", calls: [call]), .answer(#"{"fields":{},"outcome":"there"}"#, to: "c1"),
        ])
  }

  @Test(
    "a wrong call is answered with what is wrong, and a write is never among the tools",
    arguments: [
      ("order_place", ["item": "tea", "count": 1], #"{"error":"There is no such tool."}"#),
      ("stock_look", ["item": 5], #"{"error":"“item” must be a string."}"#),
    ] as [(String, JSONValue, String)])
  func wrongCalls(tool: String, arguments: JSONValue, answer: String) async throws {
    var world = World(.calls([GenerationCall(id: "c1", tool: tool, arguments: arguments)]), .reply("Sorry"))
    let orders = OrderBook()
    world.tools = [ScriptedTool.stock, orders]
    #expect(try await world.ask() == Self.reply("Sorry"))
    #expect(world.models[0].requests.last?.messages.last == .answer(answer, to: "c1"))
    #expect(orders.callCount == 0)
  }

  @Test("one that only looks things up is told to answer in the end, and then has failed")
  func rounds() async throws {
    let call = GenerationCall(id: "c", tool: "stock_look", arguments: ["item": "tea"])
    var world = World()
    world.models = [ScriptedLanguageModel(Array(repeating: .init(.calls([call])), count: 5))]
    world.tools = [ScriptedTool.stock]
    #expect(try await world.ask() == .failed(reason: "It came to no answer."))
    #expect(world.models[0].requests.map(\.tools.isEmpty) == [false, false, false, false, true])
  }

  @Test(
    "values are read by their types, with or without their name, and in a fence",
    arguments: [.out(["out": "angry"]), .out("angry"), .reply("angry"), .reply("```json\n{\"out\": \"angry\"}\n```")]
      as [ScriptedLanguageModel.Line.Answer])
  func values(answer: ScriptedLanguageModel.Line.Answer) async throws {
    var world = World(answer)
    world.product = .out(Self.mood)
    #expect(try await world.ask() == .outcome("out", ["out": .string("angry")]))
    #expect(world.heard.all == [])
  }

  @Test("what does not fit is asked once more, with what is wrong; then it has failed")
  func repair() async throws {
    var world = World(.out(["out": "sad"]), .out(["out": "calm"]))
    world.product = .out(Self.mood)
    #expect(try await world.ask() == .outcome("out", ["out": .string("calm")]))
    let sentence = "“out” must be one of \"calm\", \"angry\"."
    #expect(
      world.models[0].requests.last?.messages.suffix(2)
        == [
          .assistant(#"{"out":"sad"}"#),
          .person("That does not fit: \(sentence) Answer again with nothing but the JSON object."),
        ])
    var stubborn = World(.out(["out": "sad"]), .reply("sad!"))
    stubborn.product = .out(Self.mood)
    #expect(try await stubborn.ask() == .failed(reason: "It is no JSON."))
  }
}
