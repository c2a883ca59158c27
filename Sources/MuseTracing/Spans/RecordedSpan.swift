import Synchronization
public import Tracing

/// A span of a `SpanTracer`. One of a trace that is not kept records nothing, and is only passed on.
public final class RecordedSpan: Span {
  /// Of one span.
  private static let mostEvents = 32
  private static let mostLinks = 32

  public let context: ServiceContext
  private let record: Mutex<FinishedSpan>
  /// Where it goes when it has ended; nil when it is over, or not recorded.
  private let queue: Mutex<SpanQueue?>

  init(_ record: FinishedSpan, in context: ServiceContext, queue: SpanQueue?) {
    self.context = context
    self.record = Mutex(record)
    self.queue = Mutex(queue)
  }

  public var isRecording: Bool { queue.withLock { $0 != nil } }

  public var operationName: String {
    get { record.withLock { $0.name } }
    set { change { $0.name = newValue } }
  }

  public var attributes: SpanAttributes {
    get { record.withLock { $0.attributes } }
    set { change { $0.attributes = newValue } }
  }

  public func setStatus(_ status: SpanStatus) { change { $0.status = status } }

  public func addEvent(_ event: SpanEvent) {
    change { record in
      if record.events.count < Self.mostEvents { record.events.append(event) } else { record.droppedEvents += 1 }
    }
  }

  public func addLink(_ link: SpanLink) {
    change { record in
      if record.links.count < Self.mostLinks { record.links.append(link) } else { record.droppedLinks += 1 }
    }
  }

  /// Notes which kind of error it was. What it says may hold what people said: that is for the log.
  public func recordError(
    _ error: any Error, attributes: SpanAttributes, at instant: @autoclosure () -> some TracerInstant
  ) {
    var attributes = attributes
    attributes["exception.type"] = String(describing: type(of: error))
    addEvent(SpanEvent(name: "exception", at: instant(), attributes: attributes))
  }

  /// The first end counts.
  public func end(at instant: @autoclosure () -> some TracerInstant) {
    let queue = queue.withLock { queue in
      defer { queue = nil }
      return queue
    }
    guard let queue else { return }
    let end = instant().nanosecondsSinceEpoch
    queue.offer(
      record.withLock { record in
        // A clock that is set back ends nothing before it began.
        record.end = max(record.start, end)
        return record
      })
  }

  private func change(_ change: (inout FinishedSpan) -> Void) {
    guard isRecording else { return }
    record.withLock { change(&$0) }
  }
}
