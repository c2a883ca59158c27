import MuseDefinition
import MuseExpression
import MuseInterpreter

/// Where threads wait for a person: which queues are staffed, and who waits in them.
///
/// What the staff do goes to the thread itself (`ConversationDirectory.staff`); the desk only knows who waits.
public actor HandoffDesk {
  /// A thread that waits for a person, or talks with one.
  public struct OpenHandoff: Hashable, Sendable {
    public var thread: ThreadID
    public var queue: String
  }

  private var staffed: Set<String>
  /// In the order in which they came; after a restart in that of their ids.
  private var open: [OpenHandoff] = []

  /// - Parameter staffed: the queues in which somebody is there from the beginning.
  public init(staffed: Set<String> = []) { self.staffed = staffed }

  /// Sorted.
  public var staffedQueues: [String] { staffed.sorted() }

  /// Who asks for a queue that is not staffed is told so; who waits in it already goes on waiting.
  public func setStaffed(_ isStaffed: Bool, queue: String) {
    if isStaffed { staffed.insert(queue) } else { staffed.remove(queue) }
  }

  public var openHandoffs: [OpenHandoff] { open }

  /// The thread waits in a queue from now on, or no longer in any.
  func note(_ thread: ThreadID, waitingIn queue: String?) {
    guard let queue else { return open.removeAll { $0.thread == thread } }
    if let index = open.firstIndex(where: { $0.thread == thread }) {
      open[index].queue = queue
    } else {
      open.append(OpenHandoff(thread: thread, queue: queue))
    }
  }

  /// `queued` or `unstaffed`; the same request again is as good as once.
  func receive(_ request: HandoffRequest, from thread: ThreadID) -> Outcome {
    staffed.contains(request.queue) ? .queued : .unstaffed
  }
}
