public import MuseSource

/// What was expected, and what was found instead. Nil: nothing.
public struct Mismatch: Hashable, Sendable {
  /// What a line of a scenario can say of what must come of it.
  public enum Subject: String, Hashable, Sendable, CaseIterable {
    case bot, buttons, at, slots, calls, ends, tools, model, trouble, calendar, stage
    case waitsFor = "waits for"
  }

  public var location: SourceLocation
  public var subject: Subject
  public var expected: String?
  public var found: String?

  init(at location: SourceLocation, of subject: Subject, expected: String?, found: String?) {
    self.location = location
    self.subject = subject
    self.expected = expected
    self.found = found
  }
}
