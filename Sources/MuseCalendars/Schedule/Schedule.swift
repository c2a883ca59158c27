import MuseExpression
import MuseRuntime

/// One owner's events, asked for conflicts. Times are half-open: a meeting may start when another one ends.
struct Schedule {
  private let events: [CalendarEvent]

  /// - Parameter except: the id of an event that does not count, because it is the one to be moved.
  init(_ events: [CalendarEvent], except: String? = nil) {
    self.events = events.filter { $0.id != except }
  }

  func isFree(_ start: Instant, forSeconds length: Int) -> Bool {
    overlapping(start..<start.later(bySeconds: length)).isEmpty
  }

  func overlapping(_ span: Range<Instant>) -> [CalendarEvent] {
    events.filter { $0.start < span.upperBound && span.lowerBound < $0.end }
  }

  /// The same calendar as far as one stretch of time is concerned.
  func narrowed(to span: Range<Instant>) -> Schedule { Schedule(overlapping(span)) }
}
