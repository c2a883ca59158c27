import Hummingbird
import HummingbirdCore
public import Logging
public import MuseRuntime
import NIOCore
public import ServiceLifecycle

/// The server: WebSockets, HTTP and the chat page on one port.
///
/// ```swift
/// let server = try MuseServer(settings: settings, directory: directory, logger: logger)
/// try await ServiceGroup(services: [server], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger).run()
/// ```
/// As long as it runs, timers fire when they are due. On a graceful shutdown it refuses newcomers with 503, lets running turns finish
/// (at most `settings.timeouts.drain`), sends their replies, closes every WebSocket with 1012, and returns.
public struct MuseServer: Service {
  /// Gives the calendar of a client as RFC 5545 text; nil where there is none.
  public typealias CalendarProvider = @Sendable (ClientID) async throws -> String?

  /// Who is connected; to reach them from outside of a turn.
  public let connections: ConnectionManager
  private let settings: ServerSettings
  private let directory: ConversationDirectory
  private let time: any TimeSource
  private let isStoreReady: @Sendable () async -> Bool
  private let calendar: CalendarProvider?
  private let archive: (any ThreadArchive)?
  private let onListening: @Sendable (Int) async -> Void
  private let logger: Logger

  /// - Parameters:
  ///   - isStoreReady: whether the store can be reached; `/health/ready` asks it.
  ///   - calendar: what `/calendar/{client_id}.ics` gives to programs on the same machine; nil: there is no such path.
  ///   - archive: where those who take over a thread read what was said in it; nil: they cannot.
  ///   - onListening: called with the port as soon as it is open.
  /// - Throws: when the settings would open the server to anyone, and nobody said that this is meant.
  public init(
    settings: ServerSettings, directory: ConversationDirectory, time: any TimeSource = SystemTimeSource(), logger: Logger,
    isStoreReady: @escaping @Sendable () async -> Bool = { true }, calendar: CalendarProvider? = nil,
    archive: (any ThreadArchive)? = nil,
    onListening: @escaping @Sendable (Int) async -> Void = { _ in }
  ) throws(ServerSettings.Refusal) {
    try settings.check()
    self.settings = settings
    self.directory = directory
    self.time = time
    self.isStoreReady = isStoreReady
    self.calendar = calendar
    self.archive = archive
    self.onListening = onListening
    self.logger = logger
    connections = ConnectionManager(
      limits: .init(total: settings.limits.connections, perClient: settings.limits.connectionsPerClient))
  }

  /// Listens until a graceful shutdown, or until the task is cancelled.
  /// - Throws: when the port cannot be had.
  public func run() async throws {
    let listener = ServiceGroup(services: [application], logger: logger)
    // Detached, because the shutdown must reach the listener only after the drain: until then it answers newcomers with 503.
    let listening = Task.detached { try await listener.run() }
    try await withTaskCancellationHandler {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await directory.keepTime() }
        group.addTask {
          try await gracefulShutdown()
          await drain()
          await listener.triggerGracefulShutdown()
        }
        try await listening.value
        group.cancelAll()
      }
    } onCancel: {
      listening.cancel()
    }
  }

  /// Returns when every connection has got its answers and was told to leave.
  private func drain() async {
    logger.info("Draining", metadata: ["connections": "\(connections.connectionCount)"])
    connections.beginDraining()
    if await !directory.drain(deadline: settings.timeouts.drain) {
      logger.warning("Turns were still running when the time to drain was over")
    }
    connections.dismissAll()
  }

  // MARK: Hummingbird

  private var application: some Service {
    let hosts = HostPolicy(settings: settings)
    let router = ChatRouter(
      settings: settings, hosts: hosts, connections: connections, time: time, isStoreReady: isStoreReady, calendar: calendar,
      admin: AdminRoutes(hosts: hosts, directory: directory, archive: archive, entropy: .system))
    return Application(
      router: router.build(), server: server(hosts),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port), backlog: 1024),
      onServerRunning: { [onListening, settings] channel in await onListening(channel.localAddress?.port ?? settings.port) },
      logger: logger)
  }

  private func server(_ hosts: HostPolicy) -> HTTPServerBuilder {
    let admission = Admission(hosts: hosts, connections: connections, directory: directory)
    return HTTPServerBuilder { [settings, time, logger] responder in
      ServerChannel(responder: responder, settings: settings, admission: admission, time: time, logger: logger)
    }
  }
}

extension MuseServer: CustomStringConvertible {
  /// What logs call it.
  public var description: String { "MuseServer(\(settings.host):\(settings.port))" }
}
