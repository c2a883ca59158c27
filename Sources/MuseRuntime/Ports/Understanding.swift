public import MuseDefinition
public import MuseExpression

/// Turns what a person wrote into moves: the embedded one (MuseDialogue), or a language model behind the same type.
///
/// ```swift
/// let moves = try await understanding.moves(in: request)  // "yes, please" at a confirm: [.agree]
/// ```
public protocol Understanding: Sendable {
  func moves(in request: UnderstandingRequest) async throws -> [Move]

  /// It computes in this process and always ends, in time that the length of the message bounds: it needs no deadline.
  var isImmediate: Bool { get }
}

extension Understanding {
  public var isImmediate: Bool { false }
}

public struct UnderstandingRequest: Sendable {
  public var text: String
  public var awaiting: Awaiting
  public var now: Instant
  public var zone: Zone
  public var locale: LocaleID

  public init(text: String, awaiting: Awaiting, now: Instant, zone: Zone, locale: LocaleID) {
    self.text = text
    self.awaiting = awaiting
    self.now = now
    self.zone = zone
    self.locale = locale
  }
}
