import MuseDefinition
import MuseExpression
import MuseRuntime

/// `people.find`: turns words ("Ann", "bob@example.com") into the persons of the address book that they may mean.
struct PeopleFind: Tool {
  let id: ToolID = "people.find"
  let book: AddressBook

  func perform(_ request: ToolRequest) async throws(ToolFailure) -> ToolAnswer {
    let matches = PeopleSearch(book: book).matches(try request.text("words"))
    return ToolAnswer("found", ["matches": .list(matches.map(\.value))])
  }
}
