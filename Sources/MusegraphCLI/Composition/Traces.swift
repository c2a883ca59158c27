import Foundation
import Logging
import MuseHTTP
import MuseRuntime
import MuseServer
import MuseSettings
import MuseTracing

/// Puts together what turns are traced by: spans, their exporter, and the collector that it posts to.
struct Traces {
  let tracer: SpanTracer
  private let exporter: SpanExporter
  private let poster: DocumentPoster

  private static let headersKey = "traces.headers"

  /// Nil where nobody traces.
  ///
  /// - Throws: `CommandFailure` in one sentence, without anything that is secret.
  init?(_ settings: ServeSettings, logger: Logger) throws {
    guard let endpoint = settings.traces.endpoint else { return nil }
    let fields = try settings.secrets[Self.headersKey].map { try Self.fields($0.revealed) } ?? []
    guard fields.isEmpty || DocumentPoster.isPrivate(endpoint) else {
      throw CommandFailure(
        .environment,
        "The fields of '\(Self.headersKey)' are secret: 'traces.endpoint' must begin with https://, or be this machine.")
    }
    let poster = DocumentPoster(address: Self.address(endpoint), fields: fields)
    let spans = SpanQueue()
    tracer = SpanTracer(into: spans, share: settings.traces.sample)
    exporter = SpanExporter(
      spans,
      resource: TraceResource(service: "musegraph", version: Version.text, instance: UUID().uuidString.lowercased()),
      time: SystemTimeSource(), logger: logger
    ) { body in
      let answer = try await poster.post(body, type: "application/json")
      return CollectorAnswer(status: answer.status, retryAfter: answer.retryAfter, body: answer.body)
    }
    self.poster = poster
  }

  /// Exports while the server runs, and what is left at its end.
  static func kept(by traces: Traces?, while work: () async throws -> Void) async throws {
    guard let traces else { return try await work() }
    do {
      try await traces.exporter.during(work)
      await traces.poster.close()
    } catch {
      await traces.poster.close()
      throw error
    }
  }

  /// Source: https://opentelemetry.io/docs/specs/otel/protocol/exporter/#endpoint-urls-for-otlphttp.
  private static func address(_ endpoint: String) -> String {
    guard var parts = URLComponents(string: endpoint), parts.path.isEmpty || parts.path == "/" else { return endpoint }
    parts.path = "/v1/traces"
    return parts.string ?? endpoint
  }

  /// `name=value,name=value`, the values percent-encoded, as OpenTelemetry has it.
  private static func fields(_ written: String) throws -> [(String, String)] {
    try written.split(whereSeparator: { $0 == "," || $0.isNewline }).map { pair in
      let halves = pair.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard halves.count == 2, let value = halves[1].removingPercentEncoding, isName(halves[0]), isValue(value) else {
        throw CommandFailure(
          .environment, "'\(headersKey)' is not written as fields are: name=value, parted by commas, the values percent-encoded.")
      }
      return (halves[0], value)
    }
  }

  /// Source: RFC 9110, section 5.6.2.
  private static func isName(_ text: String) -> Bool {
    let marks = Set("!#$%&'*+-.^_`|~".utf8)
    return !text.isEmpty
      && text.utf8.allSatisfy {
        marks.contains($0) || Character(Unicode.Scalar($0)).isLetter && $0 < 0x80 || (0x30...0x39).contains($0)
      }
  }

  private static func isValue(_ text: String) -> Bool { text.utf8.allSatisfy { (0x20...0x7E).contains($0) } }
}
