/// Writes graphs at random. The compiler may refuse any of them; those that it accepts are talked to.
///
/// A graph is a `classify` and a path of steps behind each of its intents; the ways out of a step that do not go on lead anywhere.
struct GraphWriter {
  private var random: SeededGenerator
  private var nodes: [(id: String, text: String)] = []
  private var count = 0

  static let slots = ["item", "count", "start", "guest", "people", "flag", "colour", "day"]
  static let intents = ["buy", "meet", "look", "stop"]

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  static func graph(seed: UInt64) -> String {
    var writer = GraphWriter(seed: seed)
    return writer.write()
  }

  private mutating func write() -> String {
    let starts = Self.intents.map { ($0, path()) }
    let exits = starts.map { "\($0.0): \($0.1)" }.joined(separator: ", ")
    let nodes = nodes.map { "  \($0.id):\n\($0.text)" }.joined(separator: "\n")
    let speaks = random.chance(50)
    let digression = speaks ? "told: {say: \"I am a test.\", next: back}" : "aside: {ask: day, next: {done: back}}"
    return """
      musegraph: 1
      name: random
      locales: [en]
      import: [tools.yaml, sub.graph.yaml]
      events: {rang: {times: integer}}
      slots:
      \(slots())
      facts: {hours: list<datetime>, note: text, seen: integer}
      intents:
        buy: ["buy something", "I want [tea](item)"]
        meet: ["meet somebody", "meet [Ann](people)"]
        look: ["look something up"]
        stop: ["stop"]
        about: ["who are you"]
      begin: triage
      nodes:
        triage:
          classify: [\(Self.intents.joined(separator: ", "))]
          say: "What shall it be?"
          \(random.chance(50) ? "forget: [\(random.some(Self.slots, atMost: 8).joined(separator: ", "))]" : "")
          next: {\(exits), other: triage}
        \(digression)
        dropped:
          say: "All right."
          next: triage
        over:
          end: finished
          say: "Good bye."
      \(nodes)
      otherwise: {exhausted: dropped, failed: dropped, unsure: dropped, refused: dropped, none: triage, unstaffed: dropped, timeout: dropped, cancelled: dropped}
      policy:
        cancel: dropped
        digress: {about: \(speaks ? "told" : "aside")}
        \(random.chance(50) ? "silence: {after: 5m, say: \"Still there?\", then: {after: 10m, to: over}}" : "")
        limits: {model_calls_per_turn: 20}
      """
  }

  // MARK: Slots

  private mutating func slots() -> String {
    let lines = [
      "item: {type: text, max: 40, ask: \"What?\"\(extras("item"))}",
      "count: {type: integer, min: 1, max: 9, ask: \"How many?\"\(random.chance(30) ? ", default: 1" : "")\(extras("count"))}",
      "start: {type: datetime, ask: \"When?\", where: \"start > now\", refuse: \"{offered} has passed.\"\(extras("start"))}",
      "guest: {type: person, lookup: people.find, ask: \"Who?\", refuse: \"No {offered}.\"\(extras("guest"))}",
      "people: {type: list<person>, lookup: people.find, ask: \"With whom?\"\(extras("people"))}",
      "flag: {type: boolean, ask: \"Really?\"\(extras("flag"))}",
      "colour: {type: choice, of: [red, green], ask: \"Which colour?\"\(extras("colour"))}",
      "day: {type: date, ask: \"Which day?\"\(random.chance(50) ? ", default: today" : "")}",
    ]
    return lines.map { "  " + $0 }.joined(separator: "\n")
  }

  private mutating func extras(_ slot: String) -> String {
    let other = random.pick(Self.slots.filter { $0 != slot && $0 != "day" })
    switch Int.random(in: 0..<12, using: &random) {
    case 0 where !["item", "count", "start"].contains(slot): return ", optional: true"
    case 1: return ", depends: [\(other)]"
    case 2 where slot != "flag": return ", needed: \"known(flag) && flag\""
    case 3: return ", redo: dropped"
    default: return ""
    }
  }

  // MARK: Paths

  private mutating func id() -> String {
    count += 1
    return "n\(count)"
  }

  private mutating func add(_ lines: String..., as id: String) {
    nodes.append((id, lines.filter { !$0.isEmpty }.map { "    " + $0 }.joined(separator: "\n")))
  }

  /// The first node of a path of steps.
  private mutating func path() -> String {
    var next = random.pick(["triage", "over", "dropped"])
    for _ in 0..<Int.random(in: 1...4, using: &random) { next = step(before: next) }
    return next
  }

  private mutating func anywhere(_ next: String) -> String {
    random.chance(70) ? next : random.pick(["triage", "dropped", "over"])
  }

  private mutating func step(before next: String) -> String {
    switch Int.random(in: 0..<16, using: &random) {
    case 0: return say(next)
    case 1, 2: return ask(random.some(Self.slots, atMost: 4), next)
    case 3: return choose(next)
    case 4: return question(next)
    case 5, 6, 7: return purchase(next)
    case 8: return look(next)
    case 9: return set(next)
    case 10: return when(next)
    case 11: return wait(next)
    case 12: return handoff(next)
    case 13: return generate(next)
    case 14: return random.chance(50) ? each(next) : eachWrite(next)
    default: return run(next)
    }
  }

  private mutating func say(_ next: String) -> String {
    let node = id()
    let slot = random.pick(Self.slots)
    add("say: [\"Well.{maybe(' So it is ', \(slot), '.')}\", \"Well, well.\"]", "next: \(next)", as: node)
    return node
  }

  private mutating func ask(_ slots: [String], _ next: String) -> String {
    let node = id()
    let tries = random.chance(50) ? "tries: \(Int.random(in: 1...3, using: &random))" : ""
    add("ask: [\(slots.joined(separator: ", "))]", tries, "next: {done: \(next)}", as: node)
    return node
  }

  private mutating func choose(_ next: String) -> String {
    let node = id()
    add(
      "say: \"There are other times.\"", "ask: start", "choices: hours", "next: {done: \(next), none: \(anywhere(next))}",
      as: node)
    return look(node, then: next)
  }

  private mutating func question(_ next: String) -> String {
    let node = id()
    add("confirm: \"Shall I go on?\"", "next: {agreed: \(next), refused: \(anywhere(next))}", as: node)
    return node
  }

  /// Asks, confirms and writes.
  private mutating func purchase(_ next: String) -> String {
    let (write, confirm) = (id(), id())
    let covers = ["item", "count"] + (random.chance(50) ? random.some(["start", "colour", "flag"], atMost: 3) : [])
    add(
      "call: order.place", "with: [item, count]", "set: {note: placed.number}",
      random.chance(30) ? "amend: dropped" : "",
      "next: {placed: \(next), sold_out: \(anywhere(next)), failed: \(random.pick([confirm, "dropped"]))}", as: write)
    let text = random.pick(["{}", "\"{count} of {item}?\"", "\"{count} of {item}, {100 / (count - 3)} each?\""])
    add(
      "confirm: \(text)", "covers: [\(covers.joined(separator: ", "))]",
      "next: {agreed: \(write), refused: \(anywhere(next)), changed: \(confirm)asked}", as: confirm)
    nodes.append(("\(confirm)asked", "    ask: [\(covers.joined(separator: ", "))]\n    next: {done: \(confirm)}"))
    return "\(confirm)asked"
  }

  private mutating func look(_ next: String) -> String { look(next, then: next) }

  private mutating func look(_ busy: String, then free: String) -> String {
    let (asked, node) = (id(), id())
    add("call: times.look", "with: [start]", "set: {hours: busy.alternatives}", "next: {free: \(free), busy: \(busy)}", as: node)
    add("ask: start", "next: {done: \(node)}", as: asked)
    return asked
  }

  private mutating func set(_ next: String) -> String {
    let node = id()
    let sets = [
      "seen: \"known(count) ? 10 / (count - 3) : 0\"", "note: \"'noted'\"", "count: \"2\"",
      "item: \"known(note) ? note : 'a thing'\"", "flag: \"true\"",
    ]
    add("set: {\(random.some(sets, atMost: 2).joined(separator: ", "))}", "next: \(next)", as: node)
    return node
  }

  private mutating func when(_ next: String) -> String {
    let node = id()
    let conditions = ["known(item)", "known(count) && count > 3", "known(flag) && flag", "known(start) && start > now"]
    let cases = random.some(conditions, atMost: 2).map { "{if: \"\($0)\", to: \(anywhere(next))}" }
    add("when: [\(cases.joined(separator: ", "))]", "else: \(next)", as: node)
    return node
  }

  private mutating func wait(_ next: String) -> String {
    let node = id()
    let ways = ["for: 10m", "until: \"now + duration('1h')\"", "event: rang", "message: true"]
    let chosen = random.some(ways, atMost: 3)
    let exits = chosen.map { "\($0.prefix { $0 != ":" }): \(anywhere(next))" }
    add("wait: {\(chosen.joined(separator: ", "))}", "next: {\(exits.joined(separator: ", "))}", as: node)
    return node
  }

  private mutating func handoff(_ next: String) -> String {
    let node = id()
    add("handoff: office", "next: {returned: \(next), closed: over}", random.chance(50) ? "timeout: 5m" : "", as: node)
    return node
  }

  private mutating func generate(_ next: String) -> String {
    let node = id()
    if random.chance(50) {
      add("llm: writer", "reply: true", "prompt: \"Say something.\"", "history: 3", "without: dropped", "next: \(next)", as: node)
    } else {
      add(
        "llm: judge", "out: {note: text}", "prompt: \"Judge.\"", "set: {note: out.note}", "next: \(next)", as: node)
    }
    return node
  }

  private mutating func each(_ next: String) -> String {
    let (asked, node) = (id(), id())
    add(
      "each: people", "as: guest_at_hand", "call: people.find", "with: {words: guest_at_hand.name}",
      "at_once: \(Int.random(in: 1...3, using: &random))",
      "next: {done: \(next), some: \(anywhere(next)), failed: \(anywhere(next))}", as: node)
    add("ask: people", "next: {done: \(node)}", as: asked)
    return asked
  }

  /// Writes for every item, under one yes.
  private mutating func eachWrite(_ next: String) -> String {
    let (asked, sure, node) = (id(), id(), id())
    add(
      "each: people", "as: guest_at_hand", "call: order.place", "with: {item: guest_at_hand.name, count: count}",
      "at_once: \(Int.random(in: 1...3, using: &random))",
      "next: {done: \(next), some: \(anywhere(next)), failed: \(anywhere(next))}", as: node)
    add(
      "confirm: \"For each of {people}?\"", "covers: [people, count]",
      "next: {agreed: \(node), refused: \(anywhere(next)), changed: \(asked)}", as: sure)
    add("ask: [people, count]", "next: {done: \(sure)}", as: asked)
    return asked
  }

  private mutating func run(_ next: String) -> String {
    let node = id()
    add(
      "run: sub", "set: {note: given.word}",
      "next: {given: \(next), refused: \(anywhere(next))\(random.chance(50) ? ", changed: triage" : "")}", as: node)
    return node
  }

  // MARK: What every graph imports

  static let tools = """
    musegraph: 1
    tools:
      people.find:
        effect: reads
        takes: {words: text}
        outcomes: {found: {matches: list<person>}}
      times.look:
        effect: reads
        takes: {start: datetime}
        outcomes: {free: {}, busy: {alternatives: list<datetime>}}
      order.place:
        effect: writes
        repeat: same_key
        takes: {item: text, count: integer}
        outcomes: {placed: {number: text}, sold_out: {}}
        undo: {call: order.take_back, with: {number: placed.number}}
      order.take_back:
        effect: writes
        repeat: harmless
        takes: {number: text}
        outcomes: {taken_back: {}}
    """

  static let sub = """
    musegraph: 1
    name: sub
    locales: [en]
    import: [tools.yaml]
    slots:
      word: {type: text, ask: "Which word?"}
    begin: asked
    nodes:
      asked:
        ask: word
        next: {done: sure}
      sure:
        confirm: "{word}?"
        covers: [word]
        next: {agreed: place, refused: refused, changed: asked}
      place: {call: order.place, with: {item: word, count: "1"}, next: {placed: given, sold_out: refused}}
      given: {end: given}
      refused: {end: refused}
    otherwise: {exhausted: refused, failed: refused, unsure: refused}
    """
}
