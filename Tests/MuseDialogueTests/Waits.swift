import MuseDefinition
import MuseDialogue
import MuseExpression

/// The waits of the meeting graph, as the interpreter would describe them.
enum Waits {
  static let intents: [IntentID] = ["book", "move", "call_off", "agenda", "finish"]
  static let details: [SlotID] = ["people", "start", "title", "length", "place"]

  static let known: [SlotID: Value] = [
    "people": .list([.object(.person(id: "bob", name: "Bob", email: nil))]),
    "start": .timestamp(MeetingGraph.instant(2026, 11, 26, 15)), "title": .string("Design review"),
    "length": .duration(.seconds(1800)),
  ]

  static func slots(_ values: [SlotID: Value], partial: (SlotID, Move.Telling)? = nil) -> [Awaiting.Slot] {
    MeetingGraph.slots.map { slot in
      Awaiting.Slot(id: slot.id, value: values[slot.id], partial: partial?.0 == slot.id ? partial?.1 : nil)
    }
  }

  static let beginning = Awaiting(question: .beginning, slots: slots([:]), intents: intents, digressions: ["about"])
  static let triage = Awaiting(question: .classify, slots: slots([:]), intents: intents, digressions: ["about"])

  /// The node `details`, with every slot before the asked one known.
  static func details(asking asked: SlotID, partial: Move.Telling? = nil) -> Awaiting {
    let before = details.prefix { $0 != asked }
    return Awaiting(
      question: .ask, asked: asked, open: [asked] + details.filter { $0 != asked },
      slots: slots(known.filter { before.contains($0.key) }, partial: partial.map { (asked, $0) }), digressions: ["about"])
  }

  static let agree = Awaiting(
    question: .confirm, open: ["title", "start", "length", "people", "place"], slots: slots(known), digressions: ["about"])

  /// The same with two people.
  static let agreeForTwo: Awaiting = {
    var awaiting = agree
    let people = ["bob", "carol"].map { Value.object(.person(id: $0, name: $0.capitalised, email: nil)) }
    awaiting.slots = slots(known.merging(["people": .list(people)]) { $1 })
    return awaiting
  }()

  static let offer = Awaiting(
    question: .ask, asked: "start", open: ["start"], slots: slots(known), digressions: ["about"],
    options: [(26, 16), (27, 10), (27, 11)].map { day, hour in
      Awaiting.Option(value: .timestamp(MeetingGraph.instant(2026, 11, day, hour)), label: "\(day) November at \(hour):00")
    }, optionsFill: "start")

  static let which = Awaiting(question: .ask, asked: "meeting", open: ["meeting"], slots: slots([:]), digressions: ["about"])
  static let newTime = Awaiting(
    question: .ask, asked: "meeting", open: ["meeting", "start"], slots: slots([:]), digressions: ["about"])
  static let agreeCallOff = Awaiting(question: .confirm, open: ["meeting"], slots: slots([:]), digressions: ["about"])

  static let offerOfTwo: Awaiting = {
    var awaiting = offer
    awaiting.options.removeLast()
    return awaiting
  }()

  static func moves(_ text: String, _ awaiting: Awaiting, now: Instant = MeetingGraph.now) -> [String] {
    MoveText.lines(
      MeetingGraph.understander.moves(in: text, awaiting: awaiting, now: now, zone: MeetingGraph.london, locale: "en-GB"))
  }
}

extension String {
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
