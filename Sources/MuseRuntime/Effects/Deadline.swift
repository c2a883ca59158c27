/// Waits for `work`, but not longer than `limit`: then nil, and the work is cancelled and left to itself.
///
/// It is not a task group because a group waits for its children, and work that does not listen to its cancellation would hold
/// the conversation up for ever. Cancelling the caller ends the wait only where it `mayBeCutOff`.
package func first<Value: Sendable>(
  within limit: Duration, by time: any TimeSource, mayBeCutOff: Bool = false, _ work: @escaping @Sendable () async -> Value
) async -> Value? {
  let promise = Promise<Value?>()
  let working = Task { promise.fulfil(await work()) }
  let watching = Task {
    do {
      try await time.sleep(for: limit)
      promise.fulfil(nil)
    } catch {
      // The work was done first.
    }
  }
  let value = await withTaskCancellationHandler {
    await promise.value()
  } onCancel: {
    if mayBeCutOff { promise.fulfil(nil) }
  }
  working.cancel()
  watching.cancel()
  return value
}
