import MuseServer
import Testing

@Suite("Who is connected")
struct ConnectionTableTests {
  /// `#expect` cannot look into a call that changes its value.
  private func expect(_ expected: Bool, _ isFilled: Bool) { #expect(isFilled == expected) }

  private func client(_ text: String) throws -> ClientID { try #require(ClientID(text)) }

  @Test("connections are found by client, in the order in which they came")
  func byClient() throws {
    var table = ConnectionTable<String>(limits: .init(total: 10, perClient: 3))
    let (ann, bob) = (try client("ann"), try client("bob"))
    let places = try [ann, bob, ann].map { try table.place(for: $0) }
    for (place, name) in zip(places, ["a1", "b1", "a2"]) { expect(true, table.fill(place, with: name)) }
    #expect(table.connections(of: ann) == ["a1", "a2"])
    #expect(table.connections(of: ann, except: places[0]) == ["a2"])
    #expect(table.all.sorted() == ["a1", "a2", "b1"])
    #expect((table.count, table.clients) == (3, 2))
    table.release(places[0])
    table.release(places[0])
    table.release(places[1])
    #expect(table.connections(of: ann) == ["a2"])
    #expect(table.connections(of: bob) == [])
    #expect((table.count, table.clients) == (1, 1))
  }

  @Test("a handshake holds a place, so that the total is never exceeded")
  func total() throws {
    var table = ConnectionTable<String>(limits: .init(total: 2, perClient: 3))
    let ann = try client("ann")
    let first = try table.place(for: ann)
    _ = try table.place(for: ann)
    let none = table.reserve(for: ann)
    #expect(none == nil)
    table.release(first)
    _ = try table.place(for: ann)
  }

  @Test("one client has a limit of its own")
  func perClient() throws {
    var table = ConnectionTable<String>(limits: .init(total: 10, perClient: 1))
    let ann = try client("ann")
    let places = try (0..<2).map { _ in try table.place(for: ann) }
    expect(true, table.fill(places[0], with: "a1"))
    expect(false, table.fill(places[1], with: "a2"))
    table.release(places[0])
    expect(true, table.fill(places[1], with: "a2"))
  }

  @Test("a place that was given up is not filled")
  func givenUp() throws {
    var table = ConnectionTable<String>(limits: .init(total: 10, perClient: 1))
    let place = try table.place(for: try client("ann"))
    table.release(place)
    expect(false, table.fill(place, with: "a1"))
    #expect(table.count == 0)
  }

  @Test(
    "client ids are letters, digits, underscores and dashes",
    arguments: [
      ("ann", true), ("Ann_1-b", true), (String(repeating: "a", count: 100), true), ("an", false), ("", false),
      (String(repeating: "a", count: 101), false), ("an n", false), ("änn", false), ("ann/..", false), ("ann%41", false),
      ("ann\n", false),
      ("ann.", false),
    ])
  func clientIDs(text: String, isGood: Bool) {
    #expect((ClientID(text)?.rawValue == text) == isGood)
  }
}

extension ConnectionTable {
  fileprivate mutating func place(for client: ClientID) throws -> ConnectionID {
    let place = reserve(for: client)
    return try #require(place)
  }
}
