import MuseRuntime
import NIOHTTP1

extension TraceFields {
  /// Bytes of either field: what is longer is nobody's.
  private static let longest = 512

  /// Nil where there is no trace to be part of. What the fields hold is read by whoever traces.
  ///
  /// Source: W3C Trace Context, sections 3.2 and 3.3: one `traceparent`; of several `tracestate` one list.
  init?(parents: [String], states: [String]) {
    guard parents.count == 1, parents[0].utf8.count <= Self.longest else { return nil }
    let state = states.joined(separator: ",")
    self.init(traceparent: parents[0], tracestate: state.isEmpty || state.utf8.count > Self.longest ? nil : state)
  }

  init?(_ fields: HTTPHeaders) { self.init(parents: fields["traceparent"], states: fields["tracestate"]) }
}
