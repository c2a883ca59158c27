public import MuseExpression

/// Forgets threads whose time is over (`policy.keep.days`).
///
/// ```swift
/// for thread in try await store.find(.expired(by: now, limit: 100)) {
///   _ = try await retention.forget(thread.id, expiredBy: now)
/// }
/// ```
public protocol ThreadRetention: Sendable {
  /// Deletes all that was kept of a thread, if it has expired by then and nothing of it was set aside.
  ///
  /// What is left is its name and the number that its next record will have: whoever comes back goes on counting, so that no id of a
  /// write is ever given twice.
  ///
  /// - Returns: whether it was deleted.
  func forget(_ thread: ThreadID, expiredBy now: Instant) async throws(StoreFailure) -> Bool

  /// Deletes all that was kept of a thread, expired or not, with what was set aside; what is left is as after `forget`.
  ///
  /// - Returns: false for a thread of which nothing is kept.
  func erase(_ thread: ThreadID) async throws(StoreFailure) -> Bool
}
