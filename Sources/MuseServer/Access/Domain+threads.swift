import MuseAccess
import MuseRuntime

extension Domain {
  /// What an administrator calls a thread: by its client, with the tenant in front for who sees several. Nil: it is none of theirs.
  func name(of thread: ThreadID) -> String? {
    guard let client = ClientID(qualified: thread.rawValue) else { return self == .everybody ? thread.rawValue : nil }
    switch self {
    case .everybody: return client.description
    case .tenant: return contains(client.tenant) ? client.rawValue : nil
    }
  }

  /// What an administrator calls a client of theirs.
  func name(of client: ClientID) -> String {
    switch self {
    case .everybody: client.description
    case .tenant: client.rawValue
    }
  }
}
