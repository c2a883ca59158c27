/// Where a span stands, as servers tell each other.
///
/// Source: W3C Trace Context, level 1, https://www.w3.org/TR/trace-context-1/. It is read strictly: what is not well formed is nothing, and
/// whoever reads it begins a trace of their own.
public struct TraceContext: Hashable, Sendable {
  public var traceID: TraceID
  public var spanID: SpanID
  /// Whoever began the trace keeps it.
  public var isSampled: Bool
  /// What other makers of traces pass on; nil: nothing, or nothing that is well formed.
  public var state: String?

  package init(traceID: TraceID, spanID: SpanID, isSampled: Bool, state: String? = nil) {
    self.traceID = traceID
    self.spanID = spanID
    self.isSampled = isSampled
    self.state = state
  }
}

extension TraceContext {
  /// Section 3.2: `00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01`. Of a later version that much is read, and what comes after
  /// one more dash is left alone.
  package init?(traceparent: String, tracestate: String? = nil) {
    let text = Array(traceparent.utf8)
    guard text.count >= 55, text[2] == dash, text[35] == dash, text[52] == dash,
      let version = hexadecimal(text[0..<2]), version != 0xFF, text.count == 55 || (version > 0 && text[55] == dash),
      let high = hexadecimal(text[3..<19]), let low = hexadecimal(text[19..<35]), let traceID = TraceID(high: high, low: low),
      let span = hexadecimal(text[36..<52]), let spanID = SpanID(span), let flags = hexadecimal(text[53..<55])
    else { return nil }
    self.init(traceID: traceID, spanID: spanID, isSampled: flags & 1 == 1, state: tracestate.flatMap(TraceState.checked))
  }

  /// Flags that mean nothing yet are not passed on.
  public var traceparent: String { "00-\(traceID)-\(spanID)-\(isSampled ? "01" : "00")" }
}

private let dash = UInt8(ascii: "-")

/// Nil for anything but digits and the small letters from a to f; of at most 16.
private func hexadecimal(_ text: ArraySlice<UInt8>) -> UInt64? {
  var value: UInt64 = 0
  for byte in text {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt64(byte - UInt8(ascii: "a") + 10)
    default: return nil
    }
  }
  return value
}
