package import MuseExpression

/// Which threads are to be woken when: one alarm each, the earliest first. A heap in which alarms that were set anew are left until
/// they come up, or until they are more than those that count.
package struct AlarmBook: Sendable {
  private struct Alarm: Comparable, Sendable {
    var due: Instant
    var thread: ThreadID

    static func < (left: Alarm, right: Alarm) -> Bool { (left.due, left.thread) < (right.due, right.thread) }
  }

  private var dues: [ThreadID: Instant] = [:]
  private var heap: [Alarm] = []

  package init() {}

  package var count: Int { dues.count }

  /// Nil: the thread is not to be woken.
  package mutating func set(_ thread: ThreadID, _ due: Instant?) {
    dues[thread] = due
    guard let due else { return }
    push(Alarm(due: due, thread: thread))
    if heap.count > 2 * dues.count + 64 { heap = dues.map { Alarm(due: $0.value, thread: $0.key) }.sorted() }
  }

  /// When the next alarm is due.
  package mutating func next() -> Instant? {
    while let first = heap.first, dues[first.thread] != first.due { pop() }
    return heap.first?.due
  }

  /// Takes the next alarm out, if it is due.
  package mutating func take(dueBy now: Instant) -> ThreadID? {
    guard let due = next(), due <= now, let alarm = heap.first else { return nil }
    pop()
    dues[alarm.thread] = nil
    return alarm.thread
  }

  // MARK: The heap

  private mutating func push(_ alarm: Alarm) {
    heap.append(alarm)
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func pop() {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var parent = 0
    while let child = [2 * parent + 1, 2 * parent + 2].filter({ $0 < heap.count }).min(by: { heap[$0] < heap[$1] }),
      heap[child] < heap[parent]
    {
      heap.swapAt(child, parent)
      parent = child
    }
  }
}
