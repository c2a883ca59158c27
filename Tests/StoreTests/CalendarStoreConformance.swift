import MuseCalendars
import MuseDefinition
import MuseExpression
import MuseRuntime
import Synchronization
import Testing

/// What every `CalendarStore` promises, check by check, each on a fresh store:
///
/// ```swift
/// @Test("keeps the promises of a calendar store", arguments: CalendarStoreConformance.allCases)
/// func conformance(check: CalendarStoreConformance) async throws {
///   try await check.run(on: InMemoryCalendarStore())
/// }
/// ```
enum CalendarStoreConformance: String, CaseIterable, Sendable {
  case startsEmpty, keepsEveryField, sortsByStart, keepsOwnersApart, runsAKeyOnce, keepsEveryReceipt, scopesKeysByOwner
  case removes, changesOneAtATime, answersOneKeyAtOnce

  func run(on store: any CalendarStore) async throws {
    switch self {
    case .startsEmpty: try await startsEmpty(store)
    case .keepsEveryField: try await keepsEveryField(store)
    case .sortsByStart: try await sortsByStart(store)
    case .keepsOwnersApart: try await keepsOwnersApart(store)
    case .runsAKeyOnce: try await runsAKeyOnce(store)
    case .keepsEveryReceipt: try await keepsEveryReceipt(store)
    case .scopesKeysByOwner: try await scopesKeysByOwner(store)
    case .removes: try await removes(store)
    case .changesOneAtATime: try await changesOneAtATime(store)
    case .answersOneKeyAtOnce: try await answersOneKeyAtOnce(store)
    }
  }

  private func startsEmpty(_ store: any CalendarStore) async throws {
    #expect(try await store.events(of: "alice-1") == [])
  }

  private func keepsEveryField(_ store: any CalendarStore) async throws {
    let full = CalendarEvent(
      id: "018f-\u{e9}", title: "Quotes ' \" ; and\nlines \u{1F389}", start: Instant(seconds: -62_135_596_800, nanoseconds: 1),
      length: 999_999_999,
      people: [
        CalendarEvent.Person(id: "bob", name: "Bob", email: "bob@example.com"),
        CalendarEvent.Person(id: "", name: "", email: nil),
      ],
      place: "", zone: "Europe/London", sequence: 7, changed: .latest)
    var bare = Self.event("bare", at: 100)
    bare.title = ""
    try await store.insert(full, for: "alice-1", key: "1")
    try await store.insert(bare, for: "alice-1", key: "2")
    #expect(try await store.events(of: "alice-1") == [full, bare])
  }

  private func sortsByStart(_ store: any CalendarStore) async throws {
    for (index, start) in [300, -5, 100, 200].enumerated() {
      try await store.insert(Self.event("e\(start)", at: Int64(start)), for: "alice-1", key: "\(index)")
    }
    #expect(try await store.events(of: "alice-1").map(\.id) == ["e-5", "e100", "e200", "e300"])
    // What a change sees is in order as well, and what it leaves out of order is sorted again.
    let receipt = try await store.update("alice-1", key: "move") { events in
      events[0].start = Instant(seconds: 250)
      return .done(events[0])
    }
    #expect(receipt == .done(Self.event("e-5", at: 250)))
    #expect(try await store.events(of: "alice-1").map(\.id) == ["e100", "e200", "e-5", "e300"])
  }

  private func keepsOwnersApart(_ store: any CalendarStore) async throws {
    try await store.insert(Self.event("a", at: 1), for: "alice-1", key: "1")
    try await store.insert(Self.event("a", at: 2), for: "ALICE-1", key: "2")
    try await store.insert(Self.event("b", at: 3), for: "bob", key: "3")
    #expect(try await store.events(of: "alice-1") == [Self.event("a", at: 1)])
    #expect(try await store.events(of: "ALICE-1") == [Self.event("a", at: 2)])
    #expect(try await store.events(of: "bob") == [Self.event("b", at: 3)])
    #expect(try await store.events(of: "alice") == [])
  }

  private func runsAKeyOnce(_ store: any CalendarStore) async throws {
    let first = Self.event("first", at: 1)
    try await store.insert(first, for: "alice-1", key: "1")
    let again = try await store.update("alice-1", key: "1") { events in
      Issue.record("the change of a known key was run")
      events = []
      return .missing
    }
    #expect(again == .done(first))
    #expect(try await store.events(of: "alice-1") == [first])
  }

  private func keepsEveryReceipt(_ store: any CalendarStore) async throws {
    let receipts: [CalendarReceipt] = [
      .done(Self.event("a", at: 1)), .missing, .clash(alternatives: []),
      .clash(alternatives: [Instant(seconds: 5), Instant(seconds: 9, nanoseconds: 123_456_789)]),
    ]
    for (index, receipt) in receipts.enumerated() {
      #expect(try await store.update("alice-1", key: "\(index)") { _ in receipt } == receipt)
    }
    for (index, receipt) in receipts.enumerated() {
      #expect(try await store.update("alice-1", key: "\(index)") { _ in .missing } == receipt)
    }
    #expect(try await store.events(of: "alice-1") == [])
  }

  private func scopesKeysByOwner(_ store: any CalendarStore) async throws {
    try await store.insert(Self.event("a", at: 1), for: "alice-1", key: "1")
    try await store.insert(Self.event("b", at: 2), for: "bob", key: "1")
    #expect(try await store.events(of: "bob") == [Self.event("b", at: 2)])
  }

  private func removes(_ store: any CalendarStore) async throws {
    for index in 0..<3 { try await store.insert(Self.event("e\(index)", at: Int64(index)), for: "alice-1", key: "\(index)") }
    let receipt = try await store.update("alice-1", key: "remove") { events in .done(events.remove(at: 1)) }
    #expect(receipt == .done(Self.event("e1", at: 1)))
    #expect(try await store.events(of: "alice-1").map(\.id) == ["e0", "e2"])
  }

  /// Fifty changes at once, each of which counts what it sees: none may be lost.
  private func changesOneAtATime(_ store: any CalendarStore) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<50 {
        group.addTask {
          _ = try await store.update("alice-1", key: "\(index)") { events in
            let next = Self.event("e\(events.count)", at: Int64(events.count))
            events.append(next)
            return .done(next)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await store.events(of: "alice-1").map(\.id) == (0..<50).map { "e\($0)" })
  }

  private func answersOneKeyAtOnce(_ store: any CalendarStore) async throws {
    let runs = Counter()
    let receipts = try await withThrowingTaskGroup(of: CalendarReceipt.self) { group in
      for index in 0..<50 {
        group.addTask {
          try await store.update("alice-1", key: "1") { events in
            runs.add()
            let event = Self.event("e\(index)", at: 1)
            events.append(event)
            return .done(event)
          }
        }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(receipts.count == 1)
    #expect(runs.value == 1)
    #expect(try await store.events(of: "alice-1").map(CalendarReceipt.done) == Array(receipts))
  }

  private static func event(_ id: String, at seconds: Int64) -> CalendarEvent {
    CalendarEvent(
      id: id, title: "Review", start: Instant(seconds: seconds), length: 60, people: [], place: nil, zone: "UTC", sequence: 0,
      changed: Instant(seconds: 0))
  }
}

extension CalendarStore {
  fileprivate func insert(_ event: CalendarEvent, for owner: OwnerID, key: String) async throws {
    let receipt = try await update(owner, key: key) { events in
      events.append(event)
      return .done(event)
    }
    #expect(receipt == .done(event))
  }
}

private final class Counter: Sendable {
  private let count = Mutex(0)

  func add() { count.withLock { $0 += 1 } }
  var value: Int { count.withLock { $0 } }
}
