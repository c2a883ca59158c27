/// Prints values for people, by type and locale, from tables pinned in this build.
///
/// A time of day as the locale has it; a date as weekday, day and month (the year only when it is another than `now`'s); a
/// duration in words; a list with its last "and"; an object by its type's `show`.
public struct ValueFormatter: Sendable {
  public var now: Instant
  public var zone: Zone
  public var locale: LocaleID
  public var objects: [String: ObjectType]

  public init(now: Instant, zone: Zone, locale: LocaleID, objects: [String: ObjectType]) {
    self.now = now
    self.zone = zone
    self.locale = locale
    self.objects = objects
  }

  public func text(_ value: Value) -> String { fatalError("stub") }
}
