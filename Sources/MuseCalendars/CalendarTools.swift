public import MuseRuntime

/// The tools of `calendar.tools.yaml`, run in process.
///
/// ```swift
/// let tools = CalendarTools.all(store: InMemoryCalendarStore(), people: AddressBook())
/// ```
public enum CalendarTools {
  public static func all(store: any CalendarStore, people: AddressBook) -> [any Tool] {
    [
      PeopleFind(book: people),
      CalendarFind(store: store),
      CalendarFreeBusy(store: store),
      CalendarList(store: store),
      CalendarCreate(store: store),
      CalendarMove(store: store),
      CalendarDelete(store: store),
    ]
  }
}
