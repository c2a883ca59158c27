import MuseDefinition
import MuseExpression
import MuseInterpreter
import Testing

@Suite("Slots that hang on others")
struct SlotTieTests {
  static let claim: String = """
    musegraph: 1
    name: claim
    locales: [en]
    timezone: UTC
    slots:
      kind: {type: choice, of: [theft, damage], ask: "Theft or damage?", redo: details}
      report: {type: text, ask: "Which report?", needed: "kind == 'theft'", label: "report number", pattern: "[A-Z]{2}-[0-9]+", refuse: "{offered} is no number of a report."}
      officer: {type: text, ask: "Which officer?", needed: "known(report)"}
      make: {type: text, ask: "Which make?"}
      model: {type: text, ask: "Which model?", depends: make}
      names: {type: list<text>, min: 2, max: 3, ask: "Who saw it?"}
      card: {type: text, ask: "Which card?", sensitive: true, label: "card"}
      note: {type: text, optional: true, ask: "Anything else?"}
    begin: details
    nodes:
      details: {ask: [kind, report, officer, make, model, names, card, note], next: {done: sure}}
      sure: {confirm: {}, covers: [make, model, report, card, note], next: {agreed: thanks, refused: stop, changed: again}}
      again: {confirm: "{make}{maybe(' instead of ', was.make)}?", covers: [make], next: {agreed: stop, refused: stop, changed: again}}
      thanks: {confirm: "Done. More?", next: {agreed: details, refused: stop}}
      stop: {end: over}
    otherwise: {exhausted: stop}
    """

  func told() throws -> Talk {
    var talk = try Talk(Self.claim)
    let names = Value.list([.string("Ann"), .string("Bob")])
    _ = talk.hears(
      .say("kind", "theft"), .say("report", "AB-1"), .say("officer", "Eve"), .say("make", "VW"), .say("model", "Golf"),
      .tell("names", .value(names), .plain))
    return talk
  }

  func reviewed() throws -> Talk {
    var talk = try told()
    _ = talk.hears(.say("card", "4111"))
    _ = talk.hears(.skip)
    return talk
  }

  @Test("what is not needed is not asked, and what decides it comes first")
  func notAsked() throws {
    var talk = try Talk(Self.claim)
    #expect(talk.hears(.nonsense) == "Theft or damage?")
    #expect(talk.hears(.say("kind", "damage")) == "Which make?")
    var other = try Talk(Self.claim)
    #expect(other.hears(.say("kind", "theft")) == "Which report?")
    #expect(other.hears(.say("report", "AB-1")) == "Which officer?")
  }

  @Test("what is told before it is decided is kept, until it proves not to be needed")
  func toldEarly() throws {
    var talk = try Talk(Self.claim)
    #expect(talk.hears(.say("report", "AB-1")) == "Theft or damage?")
    #expect(talk.state.slots["report"]?.value == .string("AB-1"))
    #expect(talk.hears(.say("kind", "damage")) == "Which make?")
    #expect(talk.state.slots["report"] == nil)
    #expect(talk.hears(.say("report", "AB-2")) == "I do not need the report number here.\n\nWhich make?")
    #expect(talk.state.slots["report"] == nil)
  }

  @Test("when it stops to be needed it is cleared, and what hangs on it, too: each is a change")
  func cascade() throws {
    var talk = try told()
    talk.clearEvents()
    #expect(talk.hears(.say("kind", "damage")) == "Which card?")
    let changed = talk.events.compactMap { event -> SlotID? in
      if case .changed(let slot, _) = event { slot } else { nil }
    }
    #expect(changed == ["kind", "report", "officer"])
  }

  @Test("a change clears what depends on it, but not what was said beside it")
  func depends() throws {
    var talk = try told()
    #expect(talk.hears(.say("make", "Audi")) == "Which model?")
    #expect(talk.state.slots["model"] == nil)
    #expect(talk.hears(.say("make", "Fiat"), .say("model", "Uno")) == "Which card?")
    #expect(talk.state.slots["model"]?.value == .string("Uno"))
    #expect(talk.hears(.say("make", "Fiat")) == "Which card?")
    #expect(talk.state.slots["model"]?.value == .string("Uno"), "an equal value is no change")
  }

  @Test("a value must fit the pattern as a whole", arguments: ["AB", "xAB-1", "AB-1x", "ab-1", ""])
  func pattern(_ text: String) throws {
    var talk = try Talk(Self.claim)
    _ = talk.hears(.say("kind", "theft"))
    let reply = talk.hears(.say("report", text))
    let refusal = text.isEmpty ? "Sorry, I did not understand that." : "\(text) is no number of a report."
    #expect(reply == "\(refusal)\n\nWhich report?")
  }

  @Test("what does not fit the pattern of the asked slot is a try, with help that grows; of another slot it is none")
  func misfits() throws {
    var talk = try Talk(Self.claim)
    _ = talk.hears(.say("kind", "theft"))
    for _ in 1...2 { #expect(talk.hears(.say("report", "AB")).hasPrefix("AB is no number of a report.")) }
    #expect(talk.waitsAt != nil)
    talk.clearEvents()
    #expect(talk.hears(.say("report", "AB")).hasPrefix("AB is no number of a report."))
    #expect(talk.events.contains { if case .left(_, .exhausted) = $0 { true } else { false } })

    talk = try Talk(Self.claim)
    _ = talk.hears(.say("kind", "theft"))
    _ = talk.hears(.say("report", "AB-1"))
    for _ in 1...4 { _ = talk.hears(.say("report", "AB")) }
    #expect(!talk.events.contains { if case .left(_, .exhausted) = $0 { true } else { false } })
  }

  @Test("a list that is too short is asked on, one that is too long refused")
  func listBounds() throws {
    var talk = try Talk(Self.claim)
    _ = talk.hears(.say("kind", "damage"), .say("make", "VW"), .say("model", "Golf"))
    #expect(talk.hears(.say("names", "Ann")) == "It must be at least 2.\n\nWho saw it?")
    #expect(talk.hears(.say("names", "Bob")) == "Which card?")
    #expect(talk.hears(.tell("names", .value(.string("Eve")), .add)) == "Which card?")
    #expect(talk.hears(.tell("names", .value(.string("Zoe")), .add)) == "It must be at most 3.\n\nWhich card?")
  }

  @Test("the review lists what is known and needed, what is sensitive too: a yes is to what was seen")
  func review() throws {
    var talk = try told()
    #expect(talk.hears(.say("card", "4111")) == "Anything else?")
    #expect(talk.hears(.skip) == "make: VW\nmodel: Golf\nreport number: AB-1\ncard: 4111\nIs that right?")
  }

  @Test("a cleared slot that the confirm covers is its `changed`")
  func clearedAtConfirm() throws {
    var talk = try reviewed()
    #expect(talk.hears(.say("kind", "damage")) == "VW?")
  }

  @Test("`was` is the value before the change, until the next wait is left")
  func was() throws {
    var talk = try reviewed()
    #expect(talk.hears(.say("make", "Audi")) == "Audi instead of VW?")
    #expect(talk.hears(.nonsense) == "Sorry, I did not understand that.\n\nAudi instead of VW?")
    #expect(talk.hears(.say("make", "Fiat")) == "Fiat instead of Audi?")
    #expect(talk.hears(.agree) == "All right.")
    #expect(talk.state.past == nil)
  }

  @Test("a changed slot goes to its `redo`; where that is open already, the question goes on")
  func redo() throws {
    var talk = try told()
    talk.clearEvents()
    _ = talk.hears(.say("kind", "damage"))
    #expect(!talk.events.contains(.entered("details")))
    _ = talk.hears(.say("card", "4111"))
    _ = talk.hears(.skip)
    #expect(talk.hears(.say("make", "Audi")) == "Audi instead of VW?")
    #expect(talk.hears(.say("kind", "theft")) == "Which report?")
    #expect(talk.events.contains(.entered("details")))
  }

  @Test("what sensitive slots hold is masked, also in the words it was told in")
  func masked() throws {
    let talk = try reviewed()
    let mask = Sensitive(in: talk.interpreter.graph, talk.state)
    #expect(mask.masked("Card 4111, report AB-1.") == "Card •••, report AB-1.")
    let move = Move(.say("card", "12 34"), span: 5..<10)
    #expect(mask.masked("card 12 34", moves: [move]) == "card •••")
  }
}
