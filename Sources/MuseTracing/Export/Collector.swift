/// Gives a collector one request, a JSON document, and returns its answer. Whoever knows how to speak HTTP provides it.
public typealias CollectorPost = @Sendable (_ body: [UInt8]) async throws -> CollectorAnswer

public struct CollectorAnswer: Hashable, Sendable {
  public var status: Int
  /// Before that it does not want to be asked again; nil: it has not said.
  public var retryAfter: Duration?
  public var body: [UInt8]

  public init(status: Int, retryAfter: Duration? = nil, body: [UInt8] = []) {
    self.status = status
    self.retryAfter = retryAfter
    self.body = body
  }
}

/// What a server says of itself with its spans.
///
/// Source: https://opentelemetry.io/docs/specs/semconv/resource/service/.
public struct TraceResource: Hashable, Sendable {
  public var service: String
  public var version: String
  /// Another one for each start.
  public var instance: String

  public init(service: String, version: String, instance: String) {
    self.service = service
    self.version = version
    self.instance = instance
  }
}
