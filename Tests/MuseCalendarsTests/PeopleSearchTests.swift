import MuseCalendars
import MuseDefinition
import MuseExpression
import MuseRuntime
import MuseSource
import Testing

@Suite("Finding people")
struct PeopleSearchTests {
  static let text = """
    id,name,email
    ann.archer,Ann Archer,ann.archer@example.com
    ann.baker,Ann Baker,ann.baker@example.com
    bob,Bob,bob@example.com
    bobby,Bobby Tables,tables@example.com
    carol,Carol Diaz,
    eve,Eve,eve@example.com
    jose,José Martín,jm@example.com
    obrien,Kim O'Brien,k.obrien@example.com
    """

  @Test(
    "by first name, whole name, beginning, mailbox, and in spite of a small slip",
    arguments: [
      ("Ann", ["ann.archer", "ann.baker"]), ("ann archer", ["ann.archer"]), ("Archer", ["ann.archer"]),
      ("Archer, Ann", ["ann.archer"]),
      ("Ann B", []), ("Ann Ba", ["ann.baker"]), ("Ann Bakr", ["ann.baker"]), ("Bob", ["bob"]), ("bobb", ["bobby"]),
      ("bob's", ["bob"]),
      ("Bo", ["bob", "bobby"]), ("tables", ["bobby"]), ("carol", ["carol"]), ("Carrol", ["carol"]), ("Diaz", ["carol"]),
      ("jose", ["jose"]), ("José", ["jose"]), ("Jose Martin", ["jose"]), ("jm", ["jose"]), ("O'Brien", ["obrien"]),
      ("obrien", ["obrien"]), ("Mr O\u{2019}Brien", ["obrien"]), ("Dr. Baker", ["ann.baker"]), ("Rob", []), ("Zoe", []), ("", []),
      ("!", []),
      ("Ann Carter", []), ("Eva", []),
    ])
  func names(words: String, ids: [String]) async throws {
    #expect(try await find(words) == ids)
  }

  @Test(
    "an address is the person of the book who has it, else a person by itself",
    arguments: [
      ("bob@example.com", ["bob"]), ("BOB@Example.COM", ["bob"]), ("Bob <bob@example.com>", ["bob"]),
      ("mailto:bob@example.com", ["bob"]),
      ("bob@example.com.", ["bob"]), ("rob@example.com", ["rob@example.com"]), ("Rob@Example.com", ["Rob@example.com"]),
      ("zoë@müller.example", ["zoë@müller.example"]),
      ("rob@", []), ("@example.com", []), ("rob@example", []), ("a@b@c.de", []),
      ("rob@exa mple.com", []), ("rob..x@example.com", []), ("bob@example.com, eve@example.com", []),
    ])
  func addresses(words: String, ids: [String]) async throws {
    #expect(try await find(words) == ids)
  }

  @Test("an unknown address is named by itself")
  func unknownAddress() async throws {
    let answer = try await Desk().call("people.find", ["words": .string("rob@example.com")])
    let rob = CalendarEvent.Person(id: "rob@example.com", name: "rob@example.com", email: "rob@example.com")
    #expect(answer == ToolAnswer("found", ["matches": .list([.person(rob)])]))
  }

  @Test("an empty book knows no name")
  func emptyBook() async throws {
    #expect(try await Desk().call("people.find", ["words": .string("Bob")]) == ToolAnswer("found", ["matches": .list([])]))
  }

  @Test("a person without an address has none in the answer either")
  func withoutAddress() async throws {
    var desk = try Desk()
    desk.book = try AddressBook(parsing: SourceFile(path: "people.csv", text: Self.text))
    let answer = try await desk.call("people.find", ["words": .string("Carol")])
    #expect(answer == ToolAnswer("found", ["matches": .list([.object(.person(id: "carol", name: "Carol Diaz", email: nil))])]))
  }

  private func find(_ words: String) async throws -> [String] {
    var desk = try Desk()
    desk.book = try AddressBook(parsing: SourceFile(path: "people.csv", text: Self.text))
    guard case .list(let people) = try await desk.call("people.find", ["words": .string(words)]).fields["matches"] else {
      return ["no list"]
    }
    return people.map { person in
      guard case .object(let person) = person, case .string(let id) = person["id"] else { return "no person" }
      return id
    }
  }
}
