import MuseInterpreter

/// Which replies have reached the person, and which deliveries are not journalled yet.
struct DeliveryBook {
  /// Oldest first.
  private(set) var undelivered: [Reply] = []
  /// In the order in which they were reported.
  private(set) var unstored: [ReplyID] = []
  private(set) var newest: ReplyID = .none

  mutating func add(_ reply: Reply) {
    undelivered.append(reply)
    undelivered.removeFirst(max(0, undelivered.count - StoredThread.undeliveredLimit))
  }

  /// False for a reply that was delivered before, or never made.
  mutating func deliver(_ reply: ReplyID) -> Bool {
    guard let index = undelivered.firstIndex(where: { $0.id == reply }) else { return false }
    undelivered.remove(at: index)
    unstored.append(reply)
    newest = max(newest, reply)
    return true
  }

  mutating func stored(_ replies: [ReplyID]) { unstored.removeAll { replies.contains($0) } }

  /// After a (re)load; what is not journalled yet stands.
  mutating func load(undelivered stored: [Reply], newest delivered: ReplyID) {
    undelivered = stored.filter { !unstored.contains($0.id) }
    newest = max(newest, delivered)
  }
}
