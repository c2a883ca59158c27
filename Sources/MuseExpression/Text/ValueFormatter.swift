/// Prints values for people, by type and locale, from tables pinned in this build.
///
/// A time of day as the locale has it; a date as weekday, day and month (the year only when it is another than `now`'s); a
/// duration in words; a list with its last "and"; an object by its type's `show`. What holds nothing prints as nothing.
///
/// ```swift
/// formatter.text(.timestamp(start))             // Friday 27 November at 3 pm
/// formatter.text(.list([.string("a"), .string("b"), .string("c")]))  // a, b and c
/// ```
public struct ValueFormatter: Sendable {
  public var now: Instant
  public var zone: Zone
  public var locale: LocaleID
  public var objects: [String: ObjectType]
  /// Objects whose `show` prints objects end somewhere: what lies deeper prints as dots.
  private var depthLeft = 16

  public init(now: Instant, zone: Zone, locale: LocaleID, objects: [String: ObjectType]) {
    self.now = now
    self.zone = zone
    self.locale = locale
    self.objects = objects
  }

  public func text(_ value: Value) -> String {
    let table = LocaleTable.table(for: locale)
    return switch value {
    case .null, .empty: ""
    case .bool(let flag): flag ? table.yes : table.no
    case .int(let number): table.text(integer: String(number))
    case .uint(let number): table.text(integer: String(number))
    case .double(let number): table.text(number: number)
    case .string(let text): text
    case .bytes(let bytes): Base64.text(bytes)
    case .timestamp(let instant): table.text(dateTime: zone.civil(instant), thisYear: thisYear)
    case .duration(let duration): table.text(duration: duration)
    case .date(let date): table.text(date: date, thisYear: thisYear)
    case .time(let time): table.text(time: time)
    case .list(let items): table.text(list: nested.texts(items))
    case .map(let map): table.text(list: nested.texts(map))
    case .object(let object): nested.text(object, table)
    case .type(let type): type.description
    }
  }

  private var thisYear: Int { zone.civil(now).date.year }

  private var nested: ValueFormatter {
    var formatter = self
    formatter.depthLeft -= 1
    return formatter
  }

  private func texts(_ items: [Value]) -> [String] {
    depthLeft < 0 ? ["…"] : items.map(text)
  }

  private func texts(_ map: MapValue) -> [String] {
    depthLeft < 0 ? ["…"] : map.entries.map { "\(text($0.key)): \(text($0.value))" }
  }
}

extension ValueFormatter {
  private func text(_ object: ObjectValue, _ table: LocaleTable) -> String {
    guard depthLeft >= 0 else { return "…" }
    if let shown = objects[object.type]?.show.flatMap({ shown(object, as: $0) }) { return shown }
    if let start = object["start"], let end = object["end"] {
      let pattern = if case .time = start { table.timeRange } else { table.dateRange }
      return pattern.filling(["start": text(start), "end": text(end)])
    }
    for name in ["name", "title", "id"] {
      if let value = object[name] { return text(value) }
    }
    return object.type
  }

  /// The object's fields are the variables of its `show`; one that is not set prints as nothing.
  private func shown(_ object: ObjectValue, as template: TextTemplate) -> String? {
    let context = EvaluationContext(now: now, zone: zone, locale: locale, objects: objects) { object[$0] ?? .empty }
    // A `show` that has no value for this object must not silence the whole reply: its name is printed instead.
    return try? template.render(in: context, with: self)
  }
}
