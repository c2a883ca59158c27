public import Logging
public import MuseRuntime
public import MuseServer

/// Everything that `musegraph serve` can be told. A fresh value holds the defaults: they stand here and in `ServerSettings`, and the
/// catalogue reads them from there.
public struct ServeSettings: Sendable {
  /// A graph file, or a folder with graphs.
  public var graphs = "."
  /// The graph of clients that name none; nil: the only one there is.
  public var graph: String?
  /// `memory`, or `sqlite:` and a path; nil: a file named after the graph, in `data`.
  public var store: String?
  /// What is left of what was said, when the process or the machine ends; nil: all of it, unless the store keeps nothing.
  public var durability: Durability?
  /// The folder of stores that no setting names; nil: the data folder of the user.
  public var data: String?
  /// When the clock begins; nil: it is the machine's.
  public var now: String?
  /// Queues that somebody staffs.
  public var staffed: [String] = []
  public var logLevel = Logger.Level.warning
  public var logFormat = LogFormat.text
  public var traces = TraceSettings()
  /// Of conversations.
  public var limits = ConversationResources.Limits(delivery: .milliseconds(100))
  public var server = ServerSettings()
  /// By the keys of their settings.
  public internal(set) var secrets: [String: Secret] = [:]

  public init() {}

  public enum LogFormat: String, Hashable, Sendable, CaseIterable {
    /// For people.
    case text
    /// An object on each line.
    case json
  }

  public enum Durability: String, Hashable, Sendable, CaseIterable {
    /// All of it.
    case full
    /// All of it where the process is killed; where the machine loses power, not what was said in the last seconds.
    case normal
    /// Nothing.
    case memory
  }
}
