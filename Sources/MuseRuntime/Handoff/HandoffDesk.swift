import MuseDefinition
import MuseInterpreter

/// Where threads wait for a person: which queues are staffed, and who waits in them.
public actor HandoffDesk {
  private var staffed: Set<String>
  /// The threads that wait for a person or talk with one, with their queues.
  private var open: [ThreadID: String] = [:]

  /// - Parameter staffed: the queues in which somebody is there from the beginning.
  public init(staffed: Set<String> = []) { self.staffed = staffed }

  public var staffedQueues: Set<String> { staffed }

  public func setStaffed(_ isStaffed: Bool, queue: String) {
    if isStaffed { staffed.insert(queue) } else { staffed.remove(queue) }
  }

  /// The thread waits in a queue from now on, or no longer in any.
  func note(_ thread: ThreadID, waitingIn queue: String?) { open[thread] = queue }

  /// `queued` or `unstaffed`; the same request again is as good as once.
  func receive(_ request: HandoffRequest, from thread: ThreadID) -> Outcome {
    staffed.contains(request.queue) ? .queued : .unstaffed
  }
}
