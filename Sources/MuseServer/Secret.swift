/// A credential: it can be used, but neither printed nor logged by mistake.
public struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// What is kept secret. Whoever asks for it answers for where it goes.
  public let revealed: String

  public init(_ text: String) { revealed = text }

  /// Never what is kept.
  public var description: String { "(a secret)" }

  public var debugDescription: String { description }

  /// Shows `dump` and its like nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
