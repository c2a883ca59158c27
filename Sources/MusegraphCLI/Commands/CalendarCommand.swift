import ArgumentParser
import MuseCalendars
import MuseRuntime

struct CalendarCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Print somebody's calendar as an .ics file.",
    discussion: """
      Any calendar program reads it (iCalendar, RFC 5545).

        musegraph calendar alice-1 --store sqlite:meeting.sqlite > alice.ics
      """)

  @Argument(help: "Whose calendar: the client id.")
  var owner: String

  @Option(help: ArgumentHelp("The store that has it.", valueName: "store"), transform: StoreChoice.read)
  var store: StoreChoice

  func run() async throws {
    let stores = try await Stores.open(existing: store)
    let id = OwnerID(rawValue: owner)
    let text = try await stores.reading { try await ICalendarWriter().calendar(of: id, in: $0.calendars) }
    Console.prompt(text)
  }
}
