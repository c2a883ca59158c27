import MuseSource

extension Rule {
  static let unknownEvent = Rule(
    "unknown-event",
    reason: "Only what the graph declares in 'events' can be waited for.",
    advice: "Declare it in 'events', with the fields that it brings.",
    accepted: [
      """
      events: {table_free: {seats: integer}}
      facts: {seats: integer}
      begin: a
      nodes:
        a: {wait: {event: table_free, where: "event.seats > 1"}, set: {seats: event.seats}, next: b}
        b: {say: "{seats}", end: done}
      """
    ],
    rejected: [
      """
      events: {table_free: {seats: integer}}
      begin: a
      nodes:
        a: {wait: {event: [table_free, ↓table_fre]}, next: b}
        b: {end: done}
      """
    ])
}
