import Logging
import MuseAccess
import MuseCalendars
import MuseDefinition
import MuseRuntime
import MuseServer
import MuseTracing
import ServiceLifecycle

/// Puts a server together: graphs, stores, tools and the clock.
struct ServerComposition {
  private let stores: Stores
  private let directory: ConversationDirectory
  private let time: any TimeSource
  private let logger: Logger

  /// Finishes the turns that a crash cut off.
  ///
  /// - Throws: `CommandFailure` in one sentence.
  init(
    graphs: ServedGraphs, stores: Stores, time: any TimeSource, staffed: Set<String>, limits: ConversationResources.Limits,
    tracer: SpanTracer? = nil, logger: Logger
  ) async throws {
    let people = try graphs.people()
    self.stores = stores
    let tools = ToolBox(CalendarTools.all(store: stores.calendars, people: people))
    try Self.check(tools, for: graphs)
    let library = GraphLibrary(archive: stores.archive)
    try await stores.reading { _ in for graph in graphs.all { try await library.add(graph.graph, from: graph.sources) } }
    let models = LanguageModelBox()
    Self.report(models, for: graphs, to: logger)
    let desk = HandoffDesk(staffed: staffed)
    let resources = ConversationResources(
      store: stores.checkpoints, retention: stores.retention, library: library,
      performer: EffectPerformer(tools: tools, models: models, desk: desk, time: time, logger: logger), desk: desk, time: time,
      limits: limits, tracer: tracer, logger: logger)
    let directory = ConversationDirectory(resources: resources, graph: graphs.preferred.graph.name)
    _ = try await stores.reading { _ in try await directory.recover() }
    self.directory = directory
    self.time = time
    self.logger = logger
  }

  private static func check(_ tools: ToolBox, for graphs: ServedGraphs) throws {
    for graph in graphs.all {
      let missing = tools.missing(for: graph.graph)
      guard let first = missing.first else { continue }
      let names = missing.map { "'\($0)'" }.joined(separator: ", ")
      throw CommandFailure(
        .environment,
        "Nothing here runs \(missing.count == 1 ? "the tool" : "the tools") \(names) of '\(graph.path)'. "
          + "Built in are those of a calendar: take \(missing.count == 1 ? "'\(first)'" : "the others") out of the graph, or talk with it "
          + "by 'musegraph chat', where tools answer with their examples.")
    }
  }

  private static func report(_ models: LanguageModelBox, for graphs: ServedGraphs, to logger: Logger) {
    for graph in graphs.all {
      for role in models.missing(for: graph.graph) {
        logger.warning("No language model is configured", metadata: ["role": "\(role)", "graph": "\(graph.graph.name)"])
      }
    }
  }

  /// Returns when the server was told to stop and has drained.
  ///
  /// - Parameters:
  ///   - announce: says where it listens.
  ///   - companion: what runs beside the server as long as it does.
  func run<Companion: Service>(
    settings: ServerSettings, announce: @escaping @Sendable (String) -> Void, beside companion: (MuseServer) -> Companion
  ) async throws {
    let access = try await Credentials(settings: settings.credentials, time: time, logger: logger).checker()
    let server = try makeServer(settings, access, announce)
    do {
      let life = ServerLife(server: server, companion: companion(server), timeouts: settings.timeouts, logger: logger)
      if try await life.run() { stores.close() }
    } catch {
      throw CommandFailure(.environment, Self.sentence(for: error, settings))
    }
  }

  private func makeServer(
    _ settings: ServerSettings, _ access: CredentialChecker?, _ announce: @escaping @Sendable (String) -> Void
  ) throws -> MuseServer {
    let calendars = stores.calendars
    do throws(ServerSettings.Refusal) {
      return try MuseServer(
        settings: settings, directory: directory, access: access, time: time, logger: logger,
        isStoreReady: stores.isReady,
        calendar: { client in
          try await ICalendarWriter().calendar(of: OwnerID(rawValue: client.thread.rawValue), in: calendars)
        },
        archive: stores.archive,
        onListening: { port in
          let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
          announce("Listening on \(settings.tls == nil ? "http" : "https")://\(host):\(port) (stop with Ctrl-C)")
        },
        onAdministering: { port in
          let host = settings.adminHost
          announce(
            "For administrators: \(settings.tls == nil ? "http" : "https")://\(host.contains(":") ? "[\(host)]" : host):\(port)")
        })
    } catch {
      throw CommandFailure(.environment, "\(error)")
    }
  }

  /// What a person can do about a port that cannot be had. The errors are the network library's, known here by their words only.
  private static func sentence(for error: any Error, _ settings: ServerSettings) -> String {
    let words = "\(error)"
    let place = "\(settings.host):\(settings.port)"
    if words.contains("Address already in use") {
      return "The port \(settings.port) is in use: another program listens on \(place). Stop it, or choose another with --port."
    }
    if words.contains("Permission denied") {
      return "This user may not listen on \(place). Choose a port from 1024 on with --port."
    }
    return "The server cannot listen on \(place): \(words)"
  }
}
