package import Logging
package import MuseExpression
import MuseSource

/// A line of the log as one JSON object. What people write stays inside its quotes: control characters are escaped.
package struct LogLine {
  /// Names that a line has of its own: metadata of such a name gets an underscore behind it.
  private static let own: Set<String> = ["time", "level", "logger", "source", "message"]

  private let time: Instant
  private let label: String
  private let event: LogEvent
  private let metadata: Logger.Metadata

  /// - Parameter metadata: of the event and of what it happens in.
  package init(_ event: LogEvent, _ metadata: Logger.Metadata, label: String, at time: Instant) {
    self.event = event
    self.metadata = metadata
    self.label = label
    self.time = time
  }

  /// Without its end.
  package var json: String {
    let head: [JSON.Member] = [
      .init("time", .text(time.withMilliseconds)), .init("level", .text(event.level.rawValue)), .init("logger", .text(label)),
      .init("source", .text(event.source)), .init("message", .text("\(event.message)")),
    ]
    return JSON.object(head + fields(of: metadata, below: "")).line
  }

  /// Sorted; what is in a dictionary is called `outer.inner`.
  private func fields(of metadata: Logger.Metadata, below prefix: String) -> [JSON.Member] {
    metadata.sorted { $0.key < $1.key }.flatMap { key, value -> [JSON.Member] in
      let name = Self.own.contains(prefix + key) ? key + "_" : prefix + key
      switch value {
      case .dictionary(let inner): return fields(of: inner, below: name + ".")
      case .string, .stringConvertible, .array: return [.init(name, json(of: value))]
      }
    }
  }

  private func json(of value: Logger.MetadataValue) -> JSON {
    switch value {
    case .string(let text): .text(text)
    case .stringConvertible(let thing): .text("\(thing)")
    case .array(let items): .list(items.map(json))
    case .dictionary(let inner): .object(fields(of: inner, below: ""))
    }
  }
}

extension Instant {
  /// RFC 3339 in UTC, with three digits of the second: `2026-11-23T09:00:00.000Z`.
  fileprivate var withMilliseconds: String {
    let digits = String(nanoseconds / 1_000_000)
    return Instant(seconds: seconds).rfc3339.dropLast() + "." + String(repeating: "0", count: 3 - digits.count) + digits + "Z"
  }
}
