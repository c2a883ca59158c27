import Testing

@Suite("Examples of tools")
struct ExampleToolTests {
  private static let graph = """
    musegraph: 1
    name: tables
    timezone: Europe/London
    types:
      table: {fields: {id: text, name: text, seats: integer}, show: "{name}"}
    tools:
      tables.find:
        effect: reads
        takes: {party: integer, at: datetime}
        outcomes: {free: {table: table, names: list<text>}, full: {next: datetime}, shut: {}}
        example:
          - {if: "party > 12", shut: {}}
          - {if: "party > 8", full: {next: "{at + duration('1h')}"}}
          - if: "party > 6"
            failed: {}
          - free:
              table: {id: t1, name: "Table for {party}", seats: "{party}"}
              names: ["the window", "{at}"]
    slots:
      party: {type: integer, ask: "How many?"}
      at: {type: datetime, ask: "When?"}
    facts: {table: table, next: datetime, names: list<text>}
    begin: details
    nodes:
      details: {ask: [party, at], next: {done: look, exhausted: bye}}
      look:
        call: tables.find
        with: [party, at]
        set: {table: free.table, names: free.names, next: full.next}
        next: {free: free, full: full, shut: bye, failed: sorry}
      free: {say: "{table} ({table.seats}): {names}.", next: bye}
      full: {say: "Full until {next}.", next: bye}
      sorry: {say: "Nobody knows.", next: bye}
      bye: {end: done, say: "Bye."}
    """

  @Test(
    "the first whose condition holds is the answer, made of what the tool was given",
    arguments: [
      ("4", "Table for 4 (4): the window and*3 March at 7 pm.*"), ("8", "Nobody knows.*"), ("9", "Full until*8 pm.*"),
      ("13", "Bye."),
    ])
  func answers(party: String, reply: String) async throws {
    let found = try await Sample(Self.graph).mismatches(
      """
      talk:
        - user: "hello"
        - user: "\(party)"
        - user: "tomorrow at 7pm"
          calls: [tables.find]
          bot: "\(reply)"
      """)
    #expect(found == [])
  }

  @Test("a scenario has the first word")
  func directions() async throws {
    let found = try await Sample(Self.graph).mismatches(
      """
      talk:
        - user: "hello"
        - user: "4"
        - user: "tomorrow at 7pm"
          tools: {tables.find: shut}
          bot: "Bye."
      """)
    #expect(found == [])
  }
}
