import MuseCalendars
import MuseWorkbench

/// The tools of `chat` and `test`: a fresh calendar in memory, and the people of the graph's folder.
struct FreshWorld {
  private let people: AddressBook

  /// - Throws: `CommandFailure` where people.csv cannot be read.
  init(for graph: SoundGraph) throws { people = try PeopleFile.read(beside: graph) }

  func make() -> ScenarioRunner.World {
    let calendars = InMemoryCalendarStore()
    return ScenarioRunner.World(tools: CalendarTools.all(store: calendars, people: people), calendars: calendars)
  }
}
