import Logging
import MuseAccess
import MuseCompiler
import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import MuseServer
import MuseSource
import ServiceLifecycle
import Testing

/// A server on a free port of this machine, over the real runtime with a graph that says back what it hears.
struct LiveServer {
  let port: Int
  let server: MuseServer
  let settings: ServerSettings
  let hits: LimitHits
  /// The same one where there is no other.
  let adminPort: Int
  let directory: ConversationDirectory
  let gate: Gate
  /// What it answers over HTTP, as `GET /health`.
  let routes: [String]
  private let group: ServiceGroup

  var connections: ConnectionManager { server.connections }

  struct Setup {
    var settings = ServerSettings()
    var store: any CheckpointStore & ThreadArchive = InMemoryCheckpointStore()
    var isStoreReady: @Sendable () async -> Bool = { true }
    var calendar: MuseServer.CalendarProvider?
    /// Nil: nobody is asked for credentials.
    var access: CredentialChecker?
    /// The server's own clock; turns have theirs.
    var time: any TimeSource = SettableTimeSource(LiveServer.clock)
    /// Also of the libraries.
    var logger = LiveServer.logger

    static func with(_ change: (inout Setup) -> Void) -> Setup {
      var setup = Setup()
      setup.settings.port = 0
      // When it comes depends on the machine; the tests that want it say so.
      setup.settings.processing = .never
      // Test clients seldom answer a close frame.
      setup.settings.timeouts.close = .milliseconds(100)
      change(&setup)
      return setup
    }
  }

  /// Runs `body` beside the server, and then stops it.
  static func run(_ setup: Setup = .with { _ in }, body: (LiveServer) async throws -> Void) async throws {
    let gate = Gate()
    let directory = try await makeDirectory(store: setup.store, gate: gate)
    let hits = LimitHits()
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let (adminPorts, adminPort) = AsyncStream.makeStream(of: Int.self)
    let server = try MuseServer(
      settings: setup.settings, directory: directory, access: setup.access, time: setup.time, logger: setup.logger,
      isStoreReady: setup.isStoreReady, calendar: setup.calendar, archive: setup.store, limitReport: hits.report,
      onListening: { port.yield($0) }, onAdministering: { adminPort.yield($0) })
    let group = ServiceGroup(
      configuration: .init(
        services: [.init(service: server, successTerminationBehavior: .gracefullyShutdownGroup)], logger: setup.logger))
    let running = Task { try await group.run() }
    let found = try #require(await ports.first { _ in true })
    let admin = setup.settings.adminPort == nil ? found : try #require(await adminPorts.first { _ in true })
    let live = LiveServer(
      port: found, server: server, settings: setup.settings, hits: hits, adminPort: admin, directory: directory, gate: gate,
      routes: server.routes,
      group: group)
    do {
      try await body(live)
    } catch {
      Issue.record(error)
    }
    await gate.open()
    await group.triggerGracefulShutdown()
    try await running.value
  }

  /// Returns when so many connections are open: asks the server itself again and again, so that it can do its work meanwhile.
  func until(connections count: Int) async throws {
    while true {
      let client = try await WireClient.connect(port)
      try await client.send(Array("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8))
      if await client.rest().contains("\"active_connections\":\(count)}") { return }
    }
  }

  /// Returns when the thread has a reply that nobody took.
  func untilUndelivered(_ thread: ThreadID) async throws {
    let conversation = try await directory.conversation(thread)
    let events = await conversation.events()
    guard await conversation.undelivered().isEmpty else { return }
    for await case .reply in events { return }
  }

  func beginShutdown() async { await group.triggerGracefulShutdown() }

  /// What every timestamp says.
  static let timestamp = "2026-11-23T09:00:00Z"
  static let clock = Instant(rfc3339: timestamp) ?? .earliest
  static let logger = Logger(label: "server") { _ in SwiftLogNoOpLogHandler() }

  private static func makeDirectory(store: any CheckpointStore & ThreadArchive, gate: Gate) async throws -> ConversationDirectory
  {
    let time = SettableTimeSource(clock)
    let library = GraphLibrary(archive: store, understanding: { _ in ParrotUnderstanding(gate: gate) })
    for name in [Parrot.name, Parrot.counter, Parrot.desk] {
      let sources = Parrot.sources(name)
      let compilation = Compiler.compile(sources)
      let errors = compilation.diagnostics.filter { $0.severity == .error }
      try await library.add(try #require(compilation.graph, "\(errors)"), from: sources)
    }
    let desk = HandoffDesk()
    let performer = EffectPerformer(tools: ToolBox(), desk: desk, time: time, logger: logger)
    let resources = ConversationResources(
      store: store, retention: store as? any ThreadRetention, library: library, performer: performer, desk: desk, time: time,
      entropy: .counting(),
      limits: .init(queue: 4), logger: logger)
    return ConversationDirectory(resources: resources, graph: Parrot.name)
  }
}
