import MuseRuntime
import Testing

/// What every `LanguageModel` keeps, whatever service is behind it. An adapter's tests give it a model whose service is played.
enum LanguageModelConformance: CaseIterable {
  case streamsWords, endsOnce, givesJSON, asksForReads, failsByType, canBeGivenUp

  /// Makes a language model whose service answers the next request so.
  typealias Maker = (ScriptedLanguageModel.Line.Answer) -> any LanguageModel

  func run(_ make: Maker) async throws {
    switch self {
    case .streamsWords: #expect(try await pieces(make(.reply("Good day to you"))).text == "Good day to you")
    case .endsOnce:
      let ends = try await pieces(make(.reply("Yes"))).filter { $0.isEnd }
      #expect(ends == [.ended(.complete)])
      #expect(try await pieces(make(.reply("Yes"))).last == .ended(.complete))
    case .givesJSON:
      let text = try await pieces(make(.out(["mood": "angry", "stars": 2]))).text
      #expect(JSONValue(text: text) == ["mood": "angry", "stars": 2])
    case .asksForReads:
      let call = GenerationCall(id: "c1", tool: "stock_look", arguments: ["item": "tea"])
      #expect(try await pieces(make(.calls([call]))).filter { !$0.isUsage } == [.call(call), .ended(.complete)])
    case .failsByType: try await failures(make)
    case .canBeGivenUp: try await givingUp(make)
    }
  }

  private func failures(_ make: Maker) async throws {
    for failure in [LanguageModelFailure.transient(reason: "busy"), .permanent(reason: "no such model")] {
      await #expect(throws: LanguageModelFailure.self) { _ = try await pieces(make(.failure(failure))) }
    }
  }

  private func givingUp(_ make: Maker) async throws {
    let model = make(.silence)
    let reading = Task { try await pieces(model) }
    reading.cancel()
    // A stream that is given up ends; whether with nothing or with a failure is all one.
    _ = await reading.result
  }

  private func pieces(_ model: any LanguageModel) async throws -> [GenerationPiece] {
    var pieces: [GenerationPiece] = []
    for try await piece in model.generate(GenerationRequest(role: "guide", messages: [.person("Hello")])) { pieces.append(piece) }
    return pieces
  }
}

extension GenerationPiece {
  fileprivate var isEnd: Bool { if case .ended = self { true } else { false } }
  fileprivate var isUsage: Bool { if case .usage = self { true } else { false } }
}

extension [GenerationPiece] {
  fileprivate var text: String {
    map { piece in if case .text(let words) = piece { words } else { "" } }.joined()
  }
}

@Suite("The scripted language model")
struct ScriptedLanguageModelTests {
  @Test("keeps the promises of a language model", arguments: LanguageModelConformance.allCases)
  func conformance(check: LanguageModelConformance) async throws {
    try await check.run { ScriptedLanguageModel([.init($0)]) }
  }

  private func ask(_ model: ScriptedLanguageModel, _ role: String, _ words: String) async throws -> String {
    var text = ""
    for try await piece in model.generate(GenerationRequest(role: role, messages: [.person(words)])) {
      if case .text(let words) = piece { text += words }
    }
    return text
  }

  @Test("a request takes the first line that is for it, and all of them are remembered")
  func matching() async throws {
    let model = ScriptedLanguageModel([
      .init(.reply("one"), role: "writer"), .init(.reply("two"), hearing: "weather"), .init(.reply("three")),
    ])
    #expect(try await ask(model, "guide", "Hello") == "three")
    #expect(try await ask(model, "guide", "How is the weather?") == "two")
    #expect(model.linesLeft == [.init(.reply("one"), role: "writer")])
    await #expect(throws: LanguageModelFailure.self) { _ = try await ask(model, "guide", "Hello") }
    #expect(model.requests.map(\.role) == ["guide", "guide", "guide"])
  }
}
