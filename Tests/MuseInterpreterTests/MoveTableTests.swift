import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

/// Every move at every wait does what the table says.
@Suite("The table of moves")
struct MoveTableTests {
  typealias Heard = MoveTable.Heard
  typealias Wait = MoveTable.Wait

  struct Pair: Hashable, Sendable, CustomTestStringConvertible {
    var heard: Heard
    var wait: Wait
    var testDescription: String { "\(heard.rawValue) at \(wait.rawValue)" }
  }

  static let pairs: [Pair] = Wait.allCases.flatMap { wait in Heard.allCases.map { Pair(heard: $0, wait: wait) } }

  /// What needs more than a move, or a verb beside it, and where that is tested.
  static func testedElsewhere(_ pair: Pair) -> String? {
    switch (pair.heard, pair.wait) {
    case (_, .wait): "the tests of 'wait'"
    case (_, .handoff): "the tests of 'handoff'"
    case (_, .subgraph): "the tests of 'run'"
    case (.silence, _): "the tests of silence"
    case (.event, _): "the tests of events"
    case (.button, _): "ButtonTests"
    default: nil
    }
  }

  @Test("there are 210 pairs, and each is held here or by name")
  func complete() {
    #expect(Self.pairs.count == 210)
    let held = Self.pairs.filter { Self.testedElsewhere($0) == nil }
    #expect(held.count == 126)
    for pair in Self.pairs {
      let sentence = MoveTable.entry(for: pair.heard, at: pair.wait).sentence
      #expect(sentence.hasSuffix(".") && sentence.first?.isLowercase == false, "\(pair)")
    }
  }

  @Test("a move does what the table says", arguments: pairs.filter { testedElsewhere($0) == nil })
  func held(pair: Pair) throws {
    var talk = try Self.talk(at: pair.wait)
    let before = talk.state
    let place = try #require(talk.waitsAt ?? (pair.wait == .beginning ? "top" : nil))
    talk.clearEvents()
    let reply = talk.hears(Self.moves(pair), text: "some words or other")
    #expect(!reply.isEmpty)
    let deed = Self.deed(for: pair)
    let found = Seen(before: before, talk: talk, place: place)
    #expect(found.shows(deed), "\(pair.testDescription) should be \(deed): \(reply)\n\(talk.events)\n\(talk.state.place)")
  }

  /// What the table says, with what it refers to looked up.
  static func deed(for pair: Pair) -> MoveTable.Deed {
    switch MoveTable.entry(for: pair.heard, at: pair.wait).deed {
    case .asAt(let wait): deed(for: Pair(heard: pair.heard, wait: wait))
    // The digression of these tests waits at an `ask`.
    case .asMove: deed(for: Pair(heard: pair.heard, wait: .ask))
    case let deed: deed
    }
  }
}

/// What a message has changed.
private struct Seen {
  let before: ThreadState
  let talk: Talk
  let place: NodeID

  private var isSamePlace: Bool { talk.waitsAt == place }
  private var wait: MuseInterpreter.Wait? {
    if case .waiting(let wait) = talk.state.place { wait } else { nil }
  }
  private var oldWait: MuseInterpreter.Wait? {
    if case .waiting(let wait) = before.place { wait } else { nil }
  }
  private var left: [Outcome] {
    talk.events.compactMap { event in
      if case .left(place, let outcome) = event { outcome } else { nil }
    }
  }
  private var entered: [NodeID] {
    talk.events.compactMap { event in
      if case .entered(let node) = event { node } else { nil }
    }
  }
  private var isUnchanged: Bool { talk.state.slots == before.slots && talk.state.facts == before.facts && left.isEmpty }

  func shows(_ deed: MoveTable.Deed) -> Bool {
    switch deed {
    case .begins: talk.state.run == before.run + 1 && entered.first == talk.interpreter.graph.begin
    case .takes: talk.state.slots != before.slots && isSamePlace && wait?.tries == 0
    case .leaves("intent"): left.first == "order"
    case .leaves(let outcome): left.first?.rawValue == outcome
    case .goes:
      // Start over may lead to the very node that waited.
      left.isEmpty
        && (entered.first.map { $0 != place || $0 == talk.interpreter.graph.begin } ?? false
          || talk.calls.last?.tool == "order.drop")
    case .returns: talk.waitsAt == "pick"
    case .reopens: isSamePlace && isUnchanged && wait?.asked != oldWait?.asked
    case .asksAgain: isSamePlace && isUnchanged && wait?.tries == oldWait?.tries && entered.isEmpty
    case .helps: isSamePlace && isUnchanged && wait?.tries == oldWait?.tries && entered.isEmpty
    case .counts: isSamePlace && isUnchanged && wait?.tries == (oldWait?.tries ?? 0) + 1
    case .keeps: isSamePlace && isUnchanged && talk.state.kept != nil
    case .relays, .asMove, .asSilence, .asAt, .nothing, .never: false
    }
  }
}

extension MoveTableTests {
  static let shop: String = """
    musegraph: 1
    name: shop
    locales: [en]
    timezone: UTC
    import: [tools.yaml]
    slots:
      item: {type: text, ask: "What?"}
      count: {type: integer, ask: "How many?", max: 9}
      guests: {type: list<text>, ask: "For whom?"}
      table: {type: integer, ask: "At which table?"}
      name: {type: text, ask: "What is your name?"}
      colour: {type: choice, of: [red, green], ask: "Which colour?"}
    intents:
      order: ["order [tea](item)", "[two](count) please", "for [Ann](guests)"]
      complain: ["I want to complain"]
      about: ["who are you"]
      tell: ["let me introduce myself"]
    begin: top
    nodes:
      top: {classify: [order, complain], say: "What would you like?", next: {order: details, complain: top, other: top}}
      details: {ask: [item, count, guests, table], next: {done: pick}}
      pick: {ask: colour, choices: "['red', 'green']", next: {done: sure, none: nothing}}
      sure: {confirm: "{count} {item}?", covers: [item, count, guests], next: {agreed: place, refused: nothing, changed: details}}
      place: {call: order.place, with: [item, count], next: {placed: thanks, failed: nothing}}
      thanks: {confirm: "Done. Anything else?", next: {agreed: details, refused: nothing}}
      about: {say: "A shop.", next: back}
      tell: {ask: name, next: {done: told}}
      told: {say: "Hello {name}.", next: back}
      nothing: {say: "Nothing done.", next: bye}
      bye: {end: over}
    otherwise: {exhausted: nothing, unsure: nothing, sold_out: nothing}
    policy: {cancel: nothing, digress: {about: about, tell: tell}}
    """

  /// A thread that waits there.
  static func talk(at wait: Wait) throws -> Talk {
    var talk = try Talk(shop)
    talk.tools["order.place"] = { _ in .outcome("placed", ["number": .string("7")]) }
    talk.tools["order.drop"] = { _ in .outcome("dropped", [:]) }
    let guests = Value.list([.string("Ann"), .string("Bob")])
    let details = [.say("item", "tea"), .tell("guests", .value(guests), .plain), .say("count", 2), .say("table", 4)].map {
      Move($0)
    }
    if wait == .beginning { return talk }
    _ = talk.hears(.nonsense)
    if wait == .classify { return talk }
    _ = talk.hears([Move(.intent("order"))] + (wait == .ask ? details.prefix(2) : details[...]))
    if wait == .ask || wait == .choices { return talk }
    if wait == .digression {
      _ = talk.hears(.intent("tell"))
      return talk
    }
    _ = talk.hears(.choose(1))
    if wait == .confirm { return talk }
    _ = talk.hears(.agree)
    _ = talk.hears(.cancel)
    return talk
  }

  static func moves(_ pair: Pair) -> [Move] {
    let kinds: [Move.Kind]
    switch pair.heard {
    case .fill: kinds = [fill(at: pair.wait)]
    case .change: kinds = [pair.wait == .choices ? .say("colour", "green") : .say("item", "coffee")]
    case .addItem: kinds = [.tell("guests", .value(.string("Eve")), .add)]
    case .removeItem: kinds = [.tell("guests", .value(.string("Bob")), .remove)]
    case .reopen: kinds = [.reopen("item")]
    case .agree: kinds = [.agree]
    case .refuse: kinds = [.refuse]
    case .choose: kinds = [.choose(1)]
    case .none: kinds = [.none]
    case .intent: kinds = [.intent(pair.wait == .classify || pair.wait == .beginning ? "order" : "complain")]
    case .secondIntent:
      let first: [Move.Kind] = pair.wait == .classify || pair.wait == .beginning ? [.intent("order")] : []
      kinds = first + [.intent("complain")]
    case .cancel: kinds = [.cancel]
    case .digress: kinds = [.intent("about")]
    case .skip: kinds = [.skip]
    case .repeat: kinds = [.repeat]
    case .help: kinds = [.help]
    case .startOver: kinds = [.startOver]
    case .nonsense, .silence, .event, .button: kinds = [.nonsense]
    }
    return kinds.map { Move($0) }
  }

  private static func fill(at wait: Wait) -> Move.Kind {
    switch wait {
    case .choices: .say("colour", "red")
    case .digression: .say("colour", "red")
    case .beginning, .classify, .ask, .confirm, .wait, .handoff, .undo, .subgraph: .say("count", 3)
    }
  }
}
