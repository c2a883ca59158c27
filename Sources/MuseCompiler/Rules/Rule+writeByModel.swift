import MuseSource

extension Rule {
  static let writeByModel = Rule(
    "write-by-model",
    reason: "What changes the world is done by the graph after a person has agreed, never by a language model.",
    advice: "Take it out, and call it from a node of the graph.",
    accepted: [
      """
      tools: {room.find: {effect: reads, takes: {size: integer}, outcomes: {found: {names: list<text>}}}}
      begin: a
      nodes:
        a: {llm: helper, reply: true, prompt: "Find a room.", tools: room.find, next: {next: b, failed: b}}
        b: {end: done}
      """
    ],
    rejected: [
      """
      tools: {room.book: {effect: writes, takes: {size: integer}, outcomes: {booked: {}}}}
      begin: a
      nodes:
        a: {llm: helper, reply: true, prompt: "Find a room.", tools: [↓room.book], next: {next: b, failed: b}}
        b: {end: done}
      """
    ])
}
