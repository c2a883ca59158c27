package import MuseSource
import Tracing

/// Spans as OTLP has them in JSON.
///
/// Source: https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding: ids in hexadecimal digits, whole numbers of 64 bits as texts, and
/// kinds as numbers.
package struct OTLPDocument {
  private let resource: TraceResource
  private let spans: [FinishedSpan]

  package init(_ spans: [FinishedSpan], of resource: TraceResource) {
    self.spans = spans
    self.resource = resource
  }

  package var json: JSON {
    object(
      "resourceSpans",
      .list([
        .object([
          .init("resource", object("attributes", attributes(of: resource))),
          .init(
            "scopeSpans",
            .list([
              .object([
                .init("scope", .object([.init("name", .text("musegraph")), .init("version", .text(resource.version))])),
                .init("spans", .list(spans.map(json))),
              ])
            ])),
        ])
      ]))
  }

  private func object(_ name: String, _ value: JSON) -> JSON { .object([.init(name, value)]) }

  private func attributes(of resource: TraceResource) -> JSON {
    let pairs = [
      ("service.name", resource.service), ("service.version", resource.version), ("service.instance.id", resource.instance),
    ]
    return .list(pairs.map { attribute($0, .string($1)) })
  }

  private func json(of span: FinishedSpan) -> JSON {
    var members: [JSON.Member] = [
      .init("traceId", .text("\(span.context.traceID)")), .init("spanId", .text("\(span.context.spanID)")),
    ]
    if let state = span.context.state { members.append(.init("traceState", .text(state))) }
    if let parent = span.parent { members.append(.init("parentSpanId", .text("\(parent)"))) }
    members += [
      .init("flags", .integer(span.context.isSampled ? 1 : 0)), .init("name", .text(span.name)),
      .init("kind", .integer(number(of: span.kind))), .init("startTimeUnixNano", .text("\(span.start)")),
      .init("endTimeUnixNano", .text("\(span.end)")), .init("attributes", attributes(span.attributes)),
    ]
    if !span.events.isEmpty { members.append(.init("events", .list(span.events.map(json)))) }
    if span.droppedEvents > 0 { members.append(.init("droppedEventsCount", .integer(span.droppedEvents))) }
    if !span.links.isEmpty { members.append(.init("links", .list(span.links.compactMap(json)))) }
    if span.droppedLinks > 0 { members.append(.init("droppedLinksCount", .integer(span.droppedLinks))) }
    if let status = span.status { members.append(.init("status", json(of: status))) }
    return .object(members)
  }

  /// `SpanKind` of OTLP.
  private func number(of kind: SpanKind) -> Int {
    switch kind {
    case .internal: 1
    case .server: 2
    case .client: 3
    case .producer: 4
    case .consumer: 5
    }
  }

  private func json(of event: SpanEvent) -> JSON {
    .object([
      .init("timeUnixNano", .text("\(event.nanosecondsSinceEpoch)")), .init("name", .text(event.name)),
      .init("attributes", attributes(event.attributes)),
    ])
  }

  private func json(of link: SpanLink) -> JSON? {
    guard let context = link.context.trace else { return nil }
    return .object([
      .init("traceId", .text("\(context.traceID)")), .init("spanId", .text("\(context.spanID)")),
      .init("attributes", attributes(link.attributes)),
    ])
  }

  private func json(of status: SpanStatus) -> JSON {
    var members: [JSON.Member] = []
    if let message = status.message { members.append(.init("message", .text(message))) }
    members.append(.init("code", .integer(status.code == .error ? 2 : 1)))
    return .object(members)
  }

  // MARK: Attributes

  /// Sorted, so that the same span is the same text.
  private func attributes(_ attributes: SpanAttributes) -> JSON {
    var pairs: [(name: String, value: SpanAttribute)] = []
    func add(_ name: String, _ value: SpanAttribute) { pairs.append((name, value)) }
    attributes.forEach(add)
    return .list(pairs.sorted { $0.name < $1.name }.map { attribute($0.name, $0.value) })
  }

  private func attribute(_ name: String, _ value: SpanAttribute) -> JSON {
    .object([.init("key", .text(name)), .init("value", json(of: value))])
  }

  private func json(of value: SpanAttribute) -> JSON {
    switch value {
    case .int32(let number): object("intValue", .text("\(number)"))
    case .int64(let number): object("intValue", .text("\(number)"))
    case .double(let number): object("doubleValue", .text("\(number)"))
    case .bool(let flag): object("boolValue", .boolean(flag))
    case .string(let text): object("stringValue", .text(text))
    case .stringConvertible(let thing): object("stringValue", .text("\(thing)"))
    case .int32Array(let items): list(items.map { .int32($0) })
    case .int64Array(let items): list(items.map { .int64($0) })
    case .doubleArray(let items): list(items.map { .double($0) })
    case .boolArray(let items): list(items.map { .bool($0) })
    case .stringArray(let items): list(items.map { .string($0) })
    case .stringConvertibleArray(let items): list(items.map { .string("\($0)") })
    // The library asks for it: its cases are not for ever.
    default: object("stringValue", .text(""))
    }
  }

  private func list(_ items: [SpanAttribute]) -> JSON { object("arrayValue", object("values", .list(items.map(json)))) }
}
