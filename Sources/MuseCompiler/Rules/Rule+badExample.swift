import MuseSource

extension Rule {
  static let badExample = Rule(
    "bad-example",
    reason: "An example stands for the tool where nothing runs it, and must answer as the tool would.",
    advice: "Write one outcome of the tool with values of its declared types.",
    accepted: [
      """
      tools:
        table.find:
          effect: reads
          takes: {party: integer, at: datetime}
          outcomes: {free: {table: text, hosts: list<person>}, full: {next: datetime}}
          example:
            - {if: "party > 8", full: {next: "{at + duration('1h')}"}}
            - {free: {table: "Table for {party}", hosts: [ann@example.com, {id: bob, name: "Bob"}]}}
        table.hold:
          effect: writes
          outcomes: {held: {}}
          example: held
        table.drop:
          effect: writes
          outcomes: {dropped: {}}
          example: unsure
      """
    ],
    rejected: [
      """
      tools:
        table.find: {effect: reads, outcomes: {free: {seats: integer}}, example: {free: {seats: ↓four}}}
      """,
      """
      tools:
        table.find: {effect: reads, outcomes: {free: {names: list<text>}}, example: {free: {names: ↓window}}}
      """,
      """
      tools:
        table.find: {effect: reads, outcomes: {free: {seats: integer, name: text}}, example: {↓free: {seats: 4}}}
      """,
      """
      tools:
        table.find: {effect: reads, outcomes: {free: {}, full: {}}, example: ↓{free: {}, full: {}}}
      """,
      """
      tools:
        table.find: {effect: reads, outcomes: {free: {}, full: {}}, example: [free, ↓full]}
      """,
      """
      tools:
        table.find: {effect: reads, outcomes: {free: {host: person}}, example: {free: {host: ↓{name: "Ann"}}}}
      """,
    ])
}
