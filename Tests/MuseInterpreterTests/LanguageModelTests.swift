import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

@Suite("llm: a language model speaks, or chooses values")
struct LanguageModelTests {
  static let desk: String = """
    musegraph: 1
    name: desk
    slots:
      question: {type: text, ask: "What is it about?"}
      card: {type: text, ask: "Your card?", sensitive: true}
    facts: {mood: text, stars: integer, answer: text}
    begin: what
    nodes:
      what: {ask: [card, question], next: {done: read}}
      read:
        llm: reader
        out: {mood: text, stars: {type: integer}, hint: optional<text>}
        prompt: "Read: {question} ({card})"
        set: {mood: out.mood, stars: out.stars}
        next: {next: sort, failed: plain}
      sort:
        llm: reader
        out: choice
        of: [bill, "lost parcel"]
        prompt: "Sort: {question}"
        history: 3
        next: {bill: speak, "lost parcel": plain, failed: plain}
      speak: {llm: speaker, reply: true, prompt: "Answer, {mood}.", set: {answer: reply}, without: plain, next: {next: what_else, failed: plain}}
      what_else: {confirm: "Again?", next: {agreed: read, refused: over}}
      plain: {say: "I do not know.", next: over}
      over: {end: over}
    otherwise: {exhausted: over}
    """

  func desk() throws -> Talk {
    var talk = try Talk(Self.desk)
    talk.models["reader"] = { generation in
      generation.prompt.hasPrefix("Sort")
        ? .outcome(.out, ["out": .string("bill")]) : .outcome(.out, ["mood": .string("calm"), "stars": .int(4)])
    }
    talk.models["speaker"] = { _ in .outcome(.reply, ["text": .string("It is paid.")]) }
    return talk
  }

  @Test("values are set, a choice decides the way, a reply is said")
  func whole() throws {
    var talk = try desk()
    _ = talk.hears([Move(.say("card", "4711 0815"), span: 0..<9)], text: "4711 0815")
    #expect(talk.hears([Move(.say("question", "my bill"), span: 0..<7)], text: "my bill") == "It is paid.\n\nAgain?")
    #expect(talk.state.facts == ["mood": .string("calm"), "stars": .int(4), "answer": .string("It is paid.")])
    #expect(
      talk.generations == [
        Generation(
          id: EffectID(rawValue: 1), node: "read", role: "reader", product: .out, prompt: "Read: my bill (•••)", history: []),
        Generation(
          id: EffectID(rawValue: 2), node: "sort", role: "reader", product: .out, prompt: "Sort: my bill",
          history: [
            Line(speaker: .person, text: "•••"), Line(speaker: .graph, text: "What is it about?"),
            Line(speaker: .person, text: "my bill"),
          ]),
        Generation(
          id: EffectID(rawValue: 3), node: "speak", role: "speaker", product: .reply, prompt: "Answer, calm.", history: []),
      ])
  }

  @Test(
    "what was not asked for is a failure",
    arguments: [
      CallResult.outcome(.out, ["mood": .string("calm")]), .outcome(.out, ["mood": .string("calm"), "stars": .string("four")]),
      .outcome(.reply, ["text": .string("Hm.")]), .outcome("made_up", [:]), .failed(reason: "down"), .unsure(reason: "slow"),
      .outcome(.without, [:]),
    ])
  func misfits(_ result: CallResult) throws {
    var talk = try desk()
    talk.models["reader"] = { _ in result }
    #expect(talk.hears(.say("card", "1"), .say("question", "my bill")) == "I do not know.")
    #expect(talk.state.facts == [:])
  }

  @Test("without a language model the node goes where it says")
  func without() throws {
    var talk = try desk()
    talk.models["speaker"] = nil
    #expect(talk.hears(.say("card", "1"), .say("question", "my bill")) == "I do not know.")
    #expect(talk.events.contains(.entered("plain")) && !talk.events.contains(.left("speak", .failed)))
  }
}
