import Hummingbird
import HummingbirdCore
public import Logging
public import MuseAccess
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
  private let live: LiveSettings
  private let directory: ConversationDirectory
  private let time: any TimeSource
  private let isStoreReady: @Sendable () async -> Bool
  private let calendar: CalendarProvider?
  private let archive: (any ThreadArchive)?
  private let doorkeeper: Doorkeeper
  private let certificates: CertificateStore?
  private let onListening: @Sendable (Int) async -> Void
  private let onAdministering: @Sendable (Int) async -> Void
  private let logger: Logger
  private let gatekeeper: Gatekeeper
  /// Kept when somebody wants the server to stop, other than by a signal.
  private let stopping = Promise<Void>()

  /// - Parameters:
  ///   - access: tells who the bearers of credentials are; nil: nobody is asked for any.
  ///   - isStoreReady: whether the store can be reached; `/health/ready` asks it.
  ///   - calendar: what `/calendar/{client_id}.ics` gives to programs on the same machine; nil: there is no such path.
  ///   - archive: where those who take over a thread read what was said in it; nil: they cannot.
  ///   - limitReport: is told of every limit that is hit, for counters.
  ///   - onListening: called with the port as soon as it is open.
  ///   - onAdministering: the same for the port of `settings.adminPort`, where there is one.
  /// - Throws: when the settings would open the server to anyone, and nobody said that this is meant; when the certificate cannot be used.
  public init(
    settings: ServerSettings, directory: ConversationDirectory, access: CredentialChecker? = nil,
    time: any TimeSource = SystemTimeSource(), logger: Logger,
    isStoreReady: @escaping @Sendable () async -> Bool = { true }, calendar: CalendarProvider? = nil,
    archive: (any ThreadArchive)? = nil, limitReport: LimitReport = .none,
    onListening: @escaping @Sendable (Int) async -> Void = { _ in },
    onAdministering: @escaping @Sendable (Int) async -> Void = { _ in }
  ) throws(ServerSettings.Refusal) {
    try settings.check(asksForCredentials: access != nil)
    certificates = try Self.certificates(settings)
    doorkeeper = Doorkeeper(checker: access, limits: settings.failures, time: time, logger: logger)
    live = LiveSettings(settings)
    self.directory = directory
    self.time = time
    self.isStoreReady = isStoreReady
    self.calendar = calendar
    self.archive = archive
    self.onListening = onListening
    self.onAdministering = onAdministering
    self.logger = logger
    gatekeeper = Gatekeeper(live: live, report: limitReport, logger: logger)
    connections = ConnectionManager(limits: settings.connectionLimits)
  }

  /// Goes on with other settings. Those of a connection hold for connections that are made from then on; host, port and whether
  /// anyone may come are those of the start.
  public func apply(_ settings: ServerSettings) {
    live.replace(with: settings)
    gatekeeper.apply(settings.limits)
    connections.apply(settings.connectionLimits)
  }

  /// Listens until a graceful shutdown, or until the task is cancelled.
  /// - Throws: when the port cannot be had.
  public func run() async throws {
    let listener = ServiceGroup(services: applications, logger: logger)
    // Detached, because the shutdown must reach the listener only after the drain: until then it answers newcomers with 503.
    let listening = Task.detached { try await listener.run() }
    try await withTaskCancellationHandler {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await directory.keepTime() }
        group.addTask { await keepWatch() }
        group.addTask {
          try await gracefulShutdown()
          stopping.fulfil(())
        }
        group.addTask {
          await stopping.value()
          guard !Task.isCancelled else { return }
          await drain()
          await listener.triggerGracefulShutdown()
        }
        defer {
          group.cancelAll()
          stopping.fulfil(())
        }
        try await listening.value
        // What was delivered last is stored, too.
        _ = await directory.drain(deadline: live.current.timeouts.close)
      }
    } onCancel: {
      listening.cancel()
    }
  }

  /// Until it is cancelled: whoever came in by a key that was revoked leaves, and a new certificate is taken.
  private func keepWatch() async {
    // Only a cancelled task cannot sleep.
    while (try? await time.sleep(for: live.current.watchInterval)) != nil {
      certificates?.refresh(logger)
      for holders in connections.keyHolders.values {
        guard let identity = holders.first?.identity, await doorkeeper.isWithdrawn(identity) else { continue }
        for holder in holders { holder.turnAway(.unauthenticated(.revoked)) }
      }
    }
  }

  private static func certificates(_ settings: ServerSettings) throws(ServerSettings.Refusal) -> CertificateStore? {
    guard let files = settings.tls else { return nil }
    return try CertificateStore(files)
  }

  /// Returns when every connection has got its answers and was told to leave.
  private func drain() async {
    logger.info("Draining", metadata: ["connections": "\(connections.connectionCount)"])
    connections.beginDraining()
    let isDrained = await directory.drain(deadline: live.current.timeouts.drain)
    if !isDrained { logger.warning("Turns were still running when the time to drain was over") }
    connections.dismissAll(atOnce: !isDrained)
  }

  // MARK: Hummingbird

  private var applications: [any Service] {
    let settings = live.current
    guard let adminPort = settings.adminPort else { return [application(settings.host, settings.port, [.chat, .admin])] }
    return [application(settings.host, settings.port, [.chat]), application(settings.adminHost, adminPort, [.admin])]
  }

  private func application(_ host: String, _ port: Int, _ parts: Set<ChatRouter.Part>) -> some Service {
    let door = HTTPDoor(hosts: HostPolicy(live, at: host), doorkeeper: doorkeeper)
    return Application(
      router: router(door).build(parts), server: server(door.hosts, takesWebSockets: parts.contains(.chat)),
      configuration: ApplicationConfiguration(address: .hostname(host, port: port), backlog: 1024),
      onServerRunning: { [onListening, onAdministering, gatekeeper, logger] channel in
        let watch = DescriptorWatch(report: gatekeeper.report, logger: logger, eventLoop: channel.eventLoop)
        // It fails only where the channel is closed already, and there is nothing to watch.
        try? await channel.pipeline.addHandler(watch, position: .first).get()
        let bound = channel.localAddress?.port ?? port
        await parts.contains(.chat) ? onListening(bound) : onAdministering(bound)
      },
      logger: logger)
  }

  private func router(_ door: HTTPDoor) -> ChatRouter {
    let settings = live.current
    return ChatRouter(
      settings: settings, door: door, gatekeeper: gatekeeper, connections: connections, time: time, isStoreReady: isStoreReady,
      calendar: calendar,
      threads: ThreadRoutes(
        door: door, limits: settings.limits, directory: directory, connections: connections, time: time,
        gatekeeper: gatekeeper),
      admin: AdminRoutes(
        door: door, directory: directory, connections: connections, stop: { [stopping] in stopping.fulfil(()) },
        archive: archive, entropy: .system))
  }

  /// What is answered over HTTP, as `GET /health`.
  package var routes: [String] {
    let door = HTTPDoor(hosts: HostPolicy(live, at: live.current.host), doorkeeper: doorkeeper)
    return router(door).build([.chat, .admin]).routes.map(\.description)
  }

  private func server(_ hosts: HostPolicy, takesWebSockets: Bool) -> HTTPServerBuilder {
    let admission = Admission(
      takesWebSockets: takesWebSockets, hosts: hosts, connections: connections, directory: directory, doorkeeper: doorkeeper,
      gatekeeper: gatekeeper)
    return HTTPServerBuilder { [live, certificates, time, logger] responder in
      ServerChannel(
        responder: responder, live: live, admission: admission, certificates: certificates, time: time, logger: logger)
    }
  }
}

extension MuseServer: CustomStringConvertible {
  /// What logs call it.
  public var description: String { "MuseServer(\(live.current.host):\(live.current.port))" }
}
