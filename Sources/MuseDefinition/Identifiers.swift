/// Ids are types, never bare strings. All print and encode as the author wrote them.
public protocol Identifier: RawRepresentable, Hashable, Comparable, Sendable, Codable, CodingKeyRepresentable,
  ExpressibleByStringLiteral, CustomStringConvertible
where RawValue == String {
  init(rawValue: String)
}

extension Identifier {
  public init(stringLiteral value: String) { self.init(rawValue: value) }
  public var description: String { rawValue }
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

public struct GraphName: Identifier {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
}

public struct NodeID: Identifier {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A slot or a fact: they share one namespace.
public struct SlotID: Identifier {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
}

public struct IntentID: Identifier {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
}

public struct ToolID: Identifier {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Something that happens outside, declared in a graph's `events:`.
public struct EventName: Identifier {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A named way out of a node (`done`, `agreed`, `created`).
public struct Outcome: Identifier {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
}

extension Outcome {
  public static let next: Outcome = "next"
  public static let done: Outcome = "done"
  public static let none: Outcome = "none"
  public static let failed: Outcome = "failed"
  public static let unsure: Outcome = "unsure"
  public static let exhausted: Outcome = "exhausted"
  public static let other: Outcome = "other"
  public static let agreed: Outcome = "agreed"
  public static let refused: Outcome = "refused"
  public static let changed: Outcome = "changed"
  public static let some: Outcome = "some"
  public static let cancelled: Outcome = "cancelled"
  public static let returned: Outcome = "returned"
  public static let closed: Outcome = "closed"
  public static let unstaffed: Outcome = "unstaffed"
  public static let timeout: Outcome = "timeout"
  public static let `for`: Outcome = "for"
  public static let until: Outcome = "until"
  public static let event: Outcome = "event"
  public static let message: Outcome = "message"
}

/// The hash of a graph's whole source with everything it imports: SHA-256, lower-case hexadecimal.
public struct Fingerprint: Identifier {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
}
