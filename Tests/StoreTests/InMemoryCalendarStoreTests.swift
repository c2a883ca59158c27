import MuseCalendars
import Testing

@Suite("Calendars in memory")
struct InMemoryCalendarStoreTests {
  @Test("keep the promises of a calendar store", arguments: CalendarStoreConformance.allCases)
  func conformance(check: CalendarStoreConformance) async throws {
    try await check.run(on: InMemoryCalendarStore())
  }
}
