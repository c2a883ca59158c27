import Foundation
import MuseCalendars
import MuseDefinition
import MuseRuntime
import MuseSource
import Testing

@Suite("Address files")
struct AddressBookTests {
  @Test(
    "are read as RFC 4180 has them",
    arguments: [
      "id,name,email\nbob,\"Bob \"\"B\"\" Carter, Jr\",bob@example.com\n",
      "id,name,email\r\nbob,\"Bob \"\"B\"\" Carter, Jr\",bob@example.com",
      "\u{FEFF}id,name,email\rbob,\"Bob \"\"B\"\" Carter, Jr\",bob@example.com\r",
      "email,id,name\n\n bob@EXAMPLE.com , bob , \"Bob \"\"B\"\" Carter, Jr\" \n  \n",
      "\"ID\",\"Name\",\"Email\"\n\"bob\",\"Bob \"\"B\"\" Carter, Jr\",\"bob@example.com\"",
    ])
  func reading(text: String) throws {
    let bob = CalendarEvent.Person(id: "bob", name: "Bob \"B\" Carter, Jr", email: "bob@example.com")
    #expect(try AddressBook(parsing: SourceFile(path: "people.csv", text: text)) == AddressBook(people: [bob]))
  }

  @Test("the one of the graph that is shipped is in order")
  func shipped() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent("Graphs/meeting/people.csv"), encoding: .utf8)
    let book = try AddressBook(parsing: SourceFile(path: "people.csv", text: text))
    #expect(book.people.map(\.name).starts(with: ["Ann Archer", "Ann Baker", "Bob", "Carol"]))
    #expect(book.people.allSatisfy { $0.email?.hasSuffix("@example.com") == true })
  }

  @Test("need no addresses, and no people")
  func optionalParts() throws {
    let bob = CalendarEvent.Person(id: "bob", name: "Bob\nCarter", email: nil)
    #expect(
      try AddressBook(parsing: SourceFile(path: "people.csv", text: "id,name\nbob,\"Bob\nCarter\"")) == AddressBook(people: [bob])
    )
    #expect(try AddressBook(parsing: SourceFile(path: "people.csv", text: "id,name,email\n")) == AddressBook())
  }

  @Test(
    "say what is wrong and where",
    arguments: [
      ("", ["1:1 address-header The address file is empty."]),
      ("id,nmae,email\n", ["1:4 address-header \"nmae\" is no column of an address file. (name)"]),
      ("name,email\n", ["1:1 address-header The column \"id\" is missing."]),
      ("id,name,id\n", ["1:9 address-header The column \"id\" stands twice."]),
      ("id,name,email\nbob,Bob\n", ["2:1 address-fields The line has 2 fields, the header has 3."]),
      ("id,name,email\n\nbob,Bob, Carter,bob@example.com\n", ["3:1 address-fields The line has 4 fields, the header has 3."]),
      (
        "id,name,email\n,Bob,\neve,,\n",
        ["2:1 address-fields The field \"id\" is empty.", "3:5 address-fields The field \"name\" is empty."]
      ),
      ("id,name,email\nbob,Bob,bob at example.com\n", ["2:9 address-email \"bob at example.com\" is no e-mail address."]),
      (
        "id,name,email\nbob,Bob,\neve,Eve,\nbob,Robert,\n",
        ["4:1 address-id The id \"bob\" is used twice. (It was used here before. 2:1)"]
      ),
      (
        "id,name,email\nbob,\"Bob,\neve,Eve,\n",
        ["2:1 address-fields The line has 2 fields, the header has 3.", "2:5 address-quote The quote is never closed."]
      ),
      ("id,name,email\nbob,\"Bob\" B,\n", ["2:11 address-quote Text follows the closing quote."]),
      (
        "id,name,email\nbob,Bob \"B\",\n",
        [
          "2:9 address-quote A quote stands inside an unquoted field.",
          "2:11 address-quote A quote stands inside an unquoted field.",
        ]
      ),
      (
        "id,name,email\nbob,B\u{f6}b,b@\nb2,\"x\ny\",z\n",
        ["2:9 address-email \"b@\" is no e-mail address.", "4:4 address-email \"z\" is no e-mail address."]
      ),
    ])
  func findings(text: String, findings: [String]) {
    let failure = #expect(throws: AddressBookFindings.self) {
      try AddressBook(parsing: SourceFile(path: "people.csv", text: text))
    }
    #expect(failure?.diagnostics.map(\.summary) == findings)
    #expect(
      failure?.diagnostics.allSatisfy { $0.location.file == "people.csv" && $0.severity == .error && $0.advice.hasSuffix(".") }
        == true)
  }
}

extension Diagnostic {
  fileprivate var summary: String {
    let related = related.map { " (\($0.message) \($0.location.range.start.line):\($0.location.range.start.column))" }.joined()
    return
      "\(location.range.start.line):\(location.range.start.column) \(id) \(message)\(nearMiss.map { " (\($0))" } ?? "")\(related)"
  }
}
