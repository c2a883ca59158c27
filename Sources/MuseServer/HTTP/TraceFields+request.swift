import HTTPTypes
import Hummingbird
import MuseRuntime

extension TraceFields {
  private static let parent = HTTPField.Name("traceparent")
  private static let state = HTTPField.Name("tracestate")

  /// Nil where the request is part of no trace.
  init?(_ request: Request) {
    guard let parent = Self.parent, let state = Self.state else { return nil }
    self.init(parents: request.headers[values: parent], states: request.headers[values: state])
  }
}
