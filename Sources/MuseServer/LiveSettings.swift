import Synchronization

/// The settings as they are now: they may be replaced while the server runs, whole and at once.
///
/// Whoever needs several of them together takes one `current` and reads it; a connection keeps those that it began with.
final class LiveSettings: Sendable {
  struct Snapshot: Sendable {
    let settings: ServerSettings
    /// As they are compared.
    let origins: Set<String>

    init(_ settings: ServerSettings) {
      self.settings = settings
      origins = Set(settings.allowedOrigins.map { $0.lowercased() })
    }
  }

  private let snapshot: Mutex<Snapshot>

  init(_ settings: ServerSettings) { snapshot = Mutex(Snapshot(settings)) }

  var current: ServerSettings { snapshot.withLock { $0.settings } }

  var origins: Set<String> { snapshot.withLock { $0.origins } }

  func replace(with settings: ServerSettings) {
    let new = Snapshot(settings)
    snapshot.withLock { $0 = new }
  }
}
