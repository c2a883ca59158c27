public import MuseDefinition
public import MuseExpression

/// What a graph may call. Where it runs (in process, over HTTP, as a command) is the business of its implementation.
///
/// ```swift
/// struct Weather: Tool {
///   let id: ToolID = "weather.tomorrow"
///   func perform(_ request: ToolRequest) async throws(ToolFailure) -> ToolAnswer { ToolAnswer("sunny", ["degrees": .int(21)]) }
/// }
/// ```
/// A write must be idempotent by `ToolRequest.key` where its signature says `same_key`: the same key again gives the first answer.
public protocol Tool: Sendable {
  var id: ToolID { get }

  /// - Throws: `ToolFailure.notDone` when it certainly did not happen, `.unknown` when nobody can tell. Cancellation counts as
  ///   `.unknown`.
  func perform(_ request: ToolRequest) async throws(ToolFailure) -> ToolAnswer
}

public struct ToolRequest: Hashable, Sendable {
  public var arguments: [String: Value]
  /// Whose calendar, whose addresses: the client, later the authenticated person.
  public var owner: OwnerID
  /// Thread and effect: the same on every repetition of one write.
  public var key: String
  public var now: Instant
  public var zone: Zone
  /// The trace in which it is made, to be passed on to other servers; nil: nobody traces.
  public var trace: TraceFields?

  public init(arguments: [String: Value], owner: OwnerID, key: String, now: Instant, zone: Zone) {
    self.arguments = arguments
    self.owner = owner
    self.key = key
    self.now = now
    self.zone = zone
  }
}

public struct ToolAnswer: Hashable, Sendable {
  public var outcome: Outcome
  public var fields: [String: Value]

  public init(_ outcome: Outcome, _ fields: [String: Value] = [:]) {
    self.outcome = outcome
    self.fields = fields
  }
}

public enum ToolFailure: Error, Hashable, Sendable {
  /// It certainly did not happen.
  case notDone(reason: String)
  /// It may or may not have happened.
  case unknown(reason: String)
}

public struct OwnerID: Identifier {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// One conversation. The `client_id` of the wire is the thread's id.
public struct ThreadID: Identifier {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
}
