import Foundation
public import Logging
public import MuseRuntime
import MuseSource

/// Brings spans to a collector: in batches, again where that may help, and never at anybody's cost. What cannot be brought is lost, and
/// counted.
///
/// Source: https://opentelemetry.io/docs/specs/otlp/#otlphttp-response.
public struct SpanExporter: Sendable {
  public struct Limits: Hashable, Sendable {
    /// How long a span waits for others.
    public var interval = Duration.seconds(1)
    /// How often a batch is tried in all.
    public var attempts = 5
    /// Before the second attempt; doubled with each.
    public var pause = Duration.seconds(1)
    public var longestPause = Duration.seconds(30)
    /// For what is left when the server ends.
    public var flush = Duration.seconds(3)

    public init() {}
  }

  private enum Ending {
    /// - Parameter rejected: spans that the collector did not want, and why.
    case taken(rejected: Int, String)
    case refused(String)
    case later(String, after: Duration?)
  }

  private let spans: SpanQueue
  private let resource: TraceResource
  private let limits: Limits
  private let time: any TimeSource
  private let logger: Logger
  private let post: CollectorPost

  public init(
    _ spans: SpanQueue, resource: TraceResource, limits: Limits = Limits(), time: any TimeSource, logger: Logger,
    post: @escaping CollectorPost
  ) {
    self.spans = spans
    self.resource = resource
    self.limits = limits
    self.time = time
    self.logger = logger
    self.post = post
  }

  /// Exports as long as `work` goes on, and then what is left, but not longer than `limits.flush`.
  public func during<Value, Failure: Error>(
    isolation: isolated (any Actor)? = #isolation, _ work: () async throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let exporting = Task { await run() }
    do throws(Failure) {
      let value = try await work()
      await finish(exporting)
      return value
    } catch {
      await finish(exporting)
      throw error
    }
  }

  private func finish(_ exporting: Task<Void, Never>) async {
    spans.close()
    if await first(within: limits.flush, by: time, { await exporting.value }) == nil {
      logger.warning("Spans were left when the server ended", metadata: ["lost": "\(spans.lost)"])
    }
    exporting.cancel()
  }

  /// Returns when the queue is closed and empty.
  package func run() async {
    var isDown = false
    while await spans.hasSome() {
      _ = await first(within: limits.interval, by: time) { [spans] in await spans.isFull() }
      let batch = spans.take()
      if !batch.isEmpty { isDown = await export(batch, isDown: isDown) }
    }
  }

  /// - Returns: whether the collector is out of reach now.
  private func export(_ batch: [FinishedSpan], isDown: Bool) async -> Bool {
    let body = Array(OTLPDocument(batch, of: resource).json.line.utf8)
    var pause = limits.pause
    var isDown = isDown
    for attempt in 1...max(1, limits.attempts) {
      switch await ending(of: body) {
      case .taken(let rejected, let reason):
        if isDown { logger.notice("Traces are exported again", metadata: ["lost": "\(spans.lost)"]) }
        if rejected > 0 { refuse(rejected, reason) }
        return false
      case .refused(let reason):
        refuse(batch.count, reason)
        return false
      case .later(let reason, let wanted):
        if !isDown { logger.warning("Traces cannot be exported", metadata: ["reason": "\(reason)"]) }
        isDown = true
        guard attempt < limits.attempts, !spans.isClosed else { return lose(batch) }
        await rest(min(max(wanted ?? .zero, pause), limits.longestPause))
        pause = min(pause * 2, limits.longestPause)
      }
    }
    return lose(batch)
  }

  private func lose(_ batch: [FinishedSpan]) -> Bool {
    spans.lose(batch.count)
    return true
  }

  private func refuse(_ count: Int, _ reason: String) {
    spans.lose(count)
    logger.warning("The collector refused spans", metadata: ["count": "\(count)", "reason": "\(reason)"])
  }

  /// Ends early where the server does.
  private func rest(_ pause: Duration) async {
    _ = await first(within: pause, by: time) { [spans] in await spans.closing.value() }
  }

  private func ending(of body: [UInt8]) async -> Ending {
    let answer: CollectorAnswer
    do {
      answer = try await post(body)
    } catch {
      return .later("\(error)", after: nil)
    }
    switch answer.status {
    case 200..<300:
      let rejected = Self.rejected(answer.body)
      return .taken(rejected: rejected.count, rejected.reason)
    case 429, 502, 503, 504: return .later("status \(answer.status)", after: answer.retryAfter)
    default: return .refused("status \(answer.status)")
    }
  }

  // MARK: What the collector says

  private struct Response: Decodable {
    struct PartialSuccess: Decodable {
      let rejectedSpans: Count?
      let errorMessage: String?
    }

    /// A number, or its digits as a text.
    struct Count: Decodable {
      let value: Int

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {  // What is no number is a text.
          value = number
        } else {
          value = Int(try container.decode(String.self)) ?? 0
        }
      }
    }

    let partialSuccess: PartialSuccess?
  }

  private static func rejected(_ body: [UInt8]) -> (count: Int, reason: String) {
    guard !body.isEmpty else { return (0, "") }
    do {
      let partial = try JSONDecoder().decode(Response.self, from: Data(body)).partialSuccess
      return (max(0, partial?.rejectedSpans?.value ?? 0), partial?.errorMessage ?? "")
    } catch {
      // An answer in words of its own says nothing of spans that it did not want.
      return (0, "")
    }
  }
}
