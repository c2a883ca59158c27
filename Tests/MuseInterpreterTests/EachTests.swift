import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

@Suite("each: one thing for every item of a list")
struct EachTests {
  static func rooms(_ each: String) -> String {
    """
    musegraph: 1
    name: rooms
    import: [tools.yaml, greet.graph.yaml]
    slots:
      names: {type: list<text>, ask: "Which?"}
      count: {type: integer, default: "1"}
    facts: {texts: list<text>, numbers: list<text>}
    begin: ask
    nodes:
      ask: {ask: names, next: {done: sure}}
      sure: {confirm: "Sure?", covers: [names, count], next: {agreed: all, refused: over, changed: ask}}
      all:
    \(each)
        next: {done: every, some: part, failed: none_of_them}
      every: {say: "All: {maybe(numbers)}{maybe(texts)}", next: over}
      part: {say: "Some: {maybe(numbers)}", next: over}
      none_of_them: {say: "None.", next: over}
      over: {end: over}
    otherwise: {exhausted: over}
    """
  }

  static let greet: String = """
    musegraph: 1
    name: greet
    import: [tools.yaml]
    takes: name
    slots: {name: {type: text}}
    facts: {text: text, rooms: list<room>}
    begin: look
    nodes:
      look: {call: rooms.find, with: {words: name}, set: {rooms: found.matches}, next: {found: know, failed: strange}}
      know: {set: {text: "'Hello ' + name"}, next: said}
      said: {say: "{text}, {size(rooms)}.", next: greeted}
      greeted: {end: greeted}
      strange: {end: strange}
    """

  static let order: String = """
        each: "names"
        as: name
        at_once: 2
        call: order.place
        with: {item: name, count: count}
        set: {numbers: placed.number}
    """

  func talk(_ each: String) throws -> Talk { try Talk(Self.rooms(each), files: ["greet.graph.yaml": Self.greet]) }

  static func names(_ names: String...) -> Move.Kind { .tell("names", .value(.list(names.map(Value.string))), .plain) }

  @Test("as many as may be are at work at once, and results are collected in list order")
  func order() throws {
    var talk = try talk(Self.order)
    _ = talk.hears(Self.names("a", "b", "c"))
    let agree = Message(id: "yes", text: "", moves: [Move(.agree)], now: talk.now, sender: "ann", seen: talk.state.turn)
    _ = talk.interpreter.advance(&talk.state, with: .message(agree))
    #expect(talk.atWork == ["a", "b"])
    #expect(talk.ends("b", with: "2") == ["a", "c"])
    #expect(talk.ends("c", with: "3") == ["a"])
    #expect(talk.ends("a", with: "1") == [])
    #expect(talk.state.facts["numbers"] == .list([.string("1"), .string("2"), .string("3")]))
    #expect(talk.state.place == .ended("over", .again))
  }

  @Test("an empty list is done, and one that is too long has failed")
  func bounds() throws {
    let list = """
          each: "names.filter(n, n != 'none')"
          call: order.place
          with: {item: item, count: count}
          set: {numbers: placed.number}
      """
    var talk = try talk(list)
    _ = talk.hears(Self.names("none"))
    #expect(talk.hears(.agree).hasPrefix("All:"))
    #expect(talk.calls == [] && talk.state.facts["numbers"] == .list([]))
    talk = try self.talk(list)
    _ = talk.hears(.tell("names", .value(.list(Array(repeating: .string("x"), count: 1001))), .plain))
    #expect(talk.hears(.agree) == "None.")
  }

  @Test("some fail, or all")
  func failures() throws {
    var talk = try talk(Self.order)
    talk.tools["order.place"] = { call in
      call.arguments["item"] == .string("b") ? .outcome("placed", ["number": .string("2")]) : .unsure(reason: "slow")
    }
    _ = talk.hears(Self.names("a", "b"))
    #expect(talk.hears(.agree) == "Some: 2")
    talk = try self.talk(Self.order)
    _ = talk.hears(Self.names("a", "b"))
    #expect(talk.hears(.agree) == "None.")
    #expect(talk.calls.count == 2)
  }

  @Test("a language model is asked for each item")
  func languageModels() throws {
    var talk = try talk(
      """
          each: "names"
          llm: writer
          out: {line: text}
          prompt: "A line for {item}."
          set: {texts: out.line}
      """)
    talk.models["writer"] = { .outcome(.out, ["line": .string($0.prompt.uppercased())]) }
    _ = talk.hears(Self.names("Ann", "Bob"))
    #expect(talk.hears(.agree).contains("A LINE FOR ANN. and A LINE FOR BOB."))
  }

  @Test("a graph runs for each item: what is said in it comes in list order")
  func graphs() throws {
    var talk = try talk(
      """
          each: "names"
          as: who
          run: greet
          with: {name: who}
          set: {texts: greeted.text}
      """)
    talk.tools["rooms.find"] = { call in
      call.arguments["words"] == .string("Bob") ? .failed(reason: "down") : .outcome("found", ["matches": .list([])])
    }
    _ = talk.hears(Self.names("Ann", "Bob", "Eve"))
    #expect(talk.hears(.agree).hasPrefix("Hello Ann, 0.\n\nHello Eve, 0.\n\nAll:"))
    #expect(talk.state.facts["texts"] == .list([.string("Hello Ann"), .string("Hello Eve")]))
    #expect(talk.events.contains(.left("greet/look", .failed)))
    #expect(try talk.state == decoded(encoded(talk.state)))
  }
}

extension Talk {
  /// The items of the calls at work.
  fileprivate var atWork: [String] { state.pendingWork.compactMap(\.item) }

  /// The order of an item is placed; gives what is at work then.
  fileprivate mutating func ends(_ item: String, with number: String) -> [String] {
    guard let work = state.pendingWork.first(where: { $0.item == item }) else { return ["nothing"] }
    _ = interpreter.advance(&state, with: .result(work.id, .outcome("placed", ["number": .string(number)])))
    return atWork
  }
}

extension Work {
  fileprivate var item: String? {
    guard case .call(let call) = self, case .string(let item)? = call.arguments["item"] else { return nil }
    return item
  }
}
