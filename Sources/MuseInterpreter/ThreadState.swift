public import MuseDefinition

/// All that a thread is between two inputs. Encodes into the checkpoint.
public struct ThreadState: Hashable, Sendable, Codable {
  public internal(set) var graph: Fingerprint
  /// The newest turn, and with it the newest reply.
  public internal(set) var turn: ReplyID
  /// The newest reply known to have reached the person.
  public internal(set) var delivered: ReplyID
}
