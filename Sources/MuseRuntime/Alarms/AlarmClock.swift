package import Logging
package import MuseExpression

/// Wakes threads when their timers are due: those that are late first, in the order in which they were.
///
/// It holds the alarms of the next hour only, and asks the store for more as time goes on. One sleep at a time; a clock that jumps
/// is noticed within a minute.
package actor AlarmClock {
  package struct Limits: Sendable {
    /// How far ahead alarms are held.
    var horizon = Duration.seconds(3600)
    /// How many are held.
    var held: Int
    /// How many threads are woken at once.
    var atOnce: Int
    var longestSleep = Duration.seconds(60)
    /// Until a thread that could not be woken is woken again.
    var retry = Duration.seconds(5)

    package init(held: Int = 10_000, atOnce: Int = 32) {
      self.held = held
      self.atOnce = atOnce
    }
  }

  /// Wakes a thread; false: it could not be woken.
  package typealias Bell = @Sendable (ThreadID) async -> Bool

  private let store: any CheckpointStore
  private let time: any TimeSource
  private let logger: Logger
  private let limits: Limits
  private var book = AlarmBook()
  /// All alarms before this are in the book.
  private var heldUntil = Instant.earliest
  /// What was set while the store is read, or while the thread is being woken: it counts from then on.
  private var news: [ThreadID: Instant?]?
  private var ringing: [ThreadID: Instant?] = [:]
  private var sleep: (until: Instant, task: Task<Void, any Error>)?

  package init(store: any CheckpointStore, time: any TimeSource, logger: Logger, limits: Limits = Limits()) {
    self.store = store
    self.time = time
    self.logger = logger
    self.limits = limits
  }

  /// The thread's next timer is due then; nil: it has none.
  package func set(_ thread: ThreadID, _ due: Instant?) {
    news?[thread] = .some(due)
    if ringing[thread] != nil {
      ringing[thread] = .some(due)
    } else {
      note(thread, due)
    }
  }

  private func note(_ thread: ThreadID, _ due: Instant?) {
    let isHeld = due.map { $0 < heldUntil } ?? false
    book.set(thread, isHeld ? due : nil)
    if isHeld, let due, let sleep, due < sleep.until { sleep.task.cancel() }
  }

  /// Runs until the task is cancelled.
  package func run(_ bell: @escaping Bell) async {
    await withDiscardingTaskGroup { group in
      while !Task.isCancelled {
        let now = time.now()
        if isFillDue(at: now) { await fill(at: now) }
        while ringing.count < limits.atOnce, let thread = book.take(dueBy: time.now()) {
          ringing[thread] = .some(nil)
          group.addTask { await self.ring(thread, bell) }
        }
        await rest()
      }
    }
  }

  private func ring(_ thread: ThreadID, _ bell: Bell) async {
    let isAwake = await bell(thread)
    let due = ringing.removeValue(forKey: thread) ?? nil
    if isAwake {
      note(thread, due)
    } else {
      logger.warning("A thread could not be woken", metadata: ["thread": "\(thread)"])
      note(thread, max(due ?? .earliest, time.now().adding(limits.retry) ?? .latest))
    }
    sleep?.task.cancel()
  }

  private func isFillDue(at now: Instant) -> Bool {
    book.count < limits.held / 2 && now.adding(limits.horizon / 2) ?? .latest >= heldUntil
  }

  /// Reads the alarms up to the horizon, or as many as may be held.
  private func fill(at now: Instant) async {
    news = [:]
    defer { news = nil }
    let horizon = now.adding(limits.horizon) ?? .latest
    do {
      let found = try await store.find(.due(by: horizon, limit: limits.held))
      let isWhole = found.count < limits.held
      heldUntil = isWhole ? horizon : found.last?.rest.due ?? horizon
      for thread in found where ringing[thread.id] == nil { book.set(thread.id, thread.rest.due) }
      for (thread, due) in news ?? [:] where ringing[thread] == nil { note(thread, due) }
    } catch {
      logger.error("The alarms could not be read", metadata: ["reason": "\(error)"])
      heldUntil = now.adding(limits.horizon / 2)?.adding(limits.retry) ?? .latest
    }
  }

  private func rest() async {
    let now = time.now()
    let wanted = ringing.count < limits.atOnce ? book.next() ?? .latest : .latest
    let until = min(wanted, now.adding(limits.longestSleep) ?? .latest)
    guard let length = until.since(now), length > .zero else { return }
    let time = time
    let task = Task { try await time.sleep(for: length) }
    sleep = (until, task)
    await withTaskCancellationHandler {
      // It ends early where an earlier alarm is set.
      _ = await task.result
    } onCancel: {
      task.cancel()
    }
    sleep = nil
  }
}
