import MuseCalendars
import MuseDefinition
import MuseWorkbench

/// The tools of `chat` and `test`: the examples that tools declare, else a fresh calendar in memory, and the people of the graph's
/// folder.
struct FreshWorld {
  private let graph: ConversationGraph
  private let people: AddressBook

  /// - Throws: `CommandFailure` where people.csv cannot be read.
  init(for graph: SoundGraph) throws {
    self.graph = graph.graph
    people = try PeopleFile.read(beside: graph)
  }

  func make() -> ScenarioRunner.World {
    let calendars = InMemoryCalendarStore()
    let tools = ToolBench.tools(for: graph, running: CalendarTools.all(store: calendars, people: people))
    return ScenarioRunner.World(tools: tools, calendars: calendars)
  }
}
