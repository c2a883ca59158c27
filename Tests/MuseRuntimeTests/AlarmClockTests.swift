import Logging
import MuseDefinition
import MuseExpression
import MuseRuntime
import Testing

@Suite("The alarm clock")
struct AlarmClockTests {
  private let time = ManualTimeSource(Instant(seconds: 1000))
  private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  private func clock(_ store: any CheckpointStore = InMemoryCheckpointStore(), held: Int = 100, atOnce: Int = 32) -> AlarmClock {
    AlarmClock(store: store, time: time, logger: logger, limits: .init(held: held, atOnce: atOnce))
  }

  /// Runs the clock beside `body`, which hears the bell.
  private func run(
    _ clock: AlarmClock, wakes: @escaping @Sendable (ThreadID) async -> Bool = { _ in true },
    body: (inout AsyncStream<ThreadID>.AsyncIterator) async throws -> Void
  ) async throws {
    let (rings, ringing) = AsyncStream.makeStream(of: ThreadID.self)
    let running = Task {
      await clock.run { thread in
        ringing.yield(thread)
        return await wakes(thread)
      }
    }
    var iterator = rings.makeAsyncIterator()
    await time.sleepers()
    try await body(&iterator)
    running.cancel()
    await running.value
  }

  @Test("rings when the time has come, and sleeps until then")
  func rings() async throws {
    let clock = clock()
    try await run(clock) { rings in
      await clock.set("a", Instant(seconds: 1030))
      await clock.set("b", Instant(seconds: 1020))
      await time.sleepers()
      time.advance(by: .seconds(20))
      #expect(await rings.next() == "b")
      await time.sleepers()
      time.advance(by: .seconds(10))
      #expect(await rings.next() == "a")
    }
  }

  @Test("an alarm that is taken back does not ring")
  func takenBack() async throws {
    let clock = clock()
    try await run(clock) { rings in
      await clock.set("a", Instant(seconds: 1020))
      await clock.set("b", Instant(seconds: 1030))
      await clock.set("a", nil)
      time.advance(by: .seconds(60))
      #expect(await rings.next() == "b")
    }
  }

  @Test("rings again after a while for a thread that could not be woken")
  func again() async throws {
    let clock = clock()
    let asleep: @Sendable (ThreadID) -> Bool = { _ in false }
    try await run(clock, wakes: asleep) { rings in
      await clock.set("a", Instant(seconds: 1000))
      #expect(await rings.next() == "a")
      // When the bell is done is not to be seen from here, and it counts from then on: so time goes on until it rings.
      let time = time
      let passing = Task {
        while !Task.isCancelled {
          await time.sleepers()
          time.advance(by: .seconds(5))
          await Task.yield()
        }
      }
      #expect(await rings.next() == "a")
      passing.cancel()
      await passing.value
    }
  }

  @Test("reads what is due from the store, the late ones in their order, and more as time goes on")
  func reading() async throws {
    let dues: [(ThreadID, Int64)] = [("late", 10), ("later", 990), ("soon", 1040), ("tomorrow", 90_000)]
    let store = InMemoryCheckpointStore()
    for (thread, due) in dues {
      try await store.append(
        Commit(first: 1, records: [], checkpoint: nil, rest: Rest(due: Instant(seconds: due))), to: thread)
    }
    // As a thread does whose timer has fired.
    let wakes = { @Sendable (thread: ThreadID) async -> Bool in
      let commit = Commit(first: 1, records: [], checkpoint: nil, rest: Rest())
      return (try? await store.append(commit, to: thread)) != nil
    }
    try await run(clock(store, held: 3, atOnce: 1), wakes: wakes) { rings in
      #expect(await rings.next() == "late")
      #expect(await rings.next() == "later")
      await time.sleepers()
      time.advance(by: .seconds(40))
      #expect(await rings.next() == "soon")
      await time.sleepers()
      time.advance(by: .seconds(89_000))
      #expect(await rings.next() == "tomorrow")
    }
  }
}
