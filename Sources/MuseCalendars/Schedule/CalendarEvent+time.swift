import MuseExpression
import MuseRuntime

extension CalendarEvent {
  /// The first instant that it leaves free again.
  var end: Instant { start.later(bySeconds: length) }

  /// The order in which a calendar is read out: by start, and of one start by title.
  static func comesBefore(_ left: CalendarEvent, _ right: CalendarEvent) -> Bool {
    (left.start, left.title, left.id) < (right.start, right.title, right.id)
  }
}

extension Instant {
  /// Stops at the end of the year 9999; never before `self`.
  func later(bySeconds seconds: Int) -> Instant { max(self, adding(.seconds(seconds)) ?? .latest) }
}
