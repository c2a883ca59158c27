import ArgumentParser
import Logging
import MuseDefinition
import MuseRuntime
import MuseServer
import MuseSettings
import MuseTracing

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve graphs: a chat page, and a WebSocket for programs.",
    discussion: """
      Conversations and calendars are kept in SQLite and go on after a restart, or after a crash. People come from people.csv \
      beside a graph. When the server listens, one line with its address goes to stdout; the log goes to stderr. SIGTERM and \
      Ctrl-C let running turns finish first.

        musegraph serve Graphs/meeting
        musegraph serve Graphs --graph meeting --port 9000
        musegraph serve graph.yaml --store sqlite:/var/lib/musegraph/store.sqlite
        musegraph serve --print-config > musegraph.yaml

      Of several graphs a client chooses one with ?graph=NAME, and gets the one of --graph where it does not.

      Each setting is a flag, a variable of the environment and a key of musegraph.yaml; a flag goes before a variable, and that \
      before the file: --limits-connections, MUSEGRAPH_LIMITS_CONNECTIONS, 'connections' below 'limits'. SIGHUP reads the file \
      again.

      Exit status: 0 stopped, 1 a graph has errors, 2 wrong usage or a file that cannot be read, 3 the port, the store or a tool \
      cannot be had, or a setting is wrong. A second SIGTERM or Ctrl-C does not wait for turns: the process ends by that signal, \
      which shells show as 143 or 130. Nothing that was answered is lost then.
      """)

  @Argument(help: "A graph file, or a folder with graphs; if left out, this folder.")
  var path: String?

  @Option(
    help: ArgumentHelp("The file with settings; if left out, musegraph.yaml of this folder, if it is there.", valueName: "file"))
  var config: String?

  @Flag
  var printed: PrintedSettings?

  @OptionGroup(title: "Settings")
  var flags: SettingFlags

  @Option(
    name: .customLong("test-stop-at-store-call"),
    help: ArgumentHelp(
      "For tests: end as kill -9 does at the n-th call of the store; n+: when it is through.", valueName: "n", visibility: .hidden
    ),
    transform: FatalStoreCall.read)
  var fatalCall: FatalStoreCall?

  func run() async throws {
    let sources = ServeSources(flags, path: path, config: config)
    let reading = try sources.read()
    if let printed { return printed.show(reading) }
    let settings = reading.settings
    guard fatalCall == nil || HostPolicy.isLoopback(settings.server.host) else {
      throw CommandFailure(.usage, "--test-stop-at-store-call is for tests: listen on 127.0.0.1.")
    }
    OpenFiles.allowAll()
    let threshold = LogThreshold(settings.logLevel, format: settings.logFormat)
    let logger = threshold.logger()
    for remark in reading.remarks {
      logger.warning("A variable of the environment has no effect", metadata: ["hint": "\(remark)"])
    }
    let graphs = try ServedGraphs.load(settings.graphs, preferring: settings.graph)
    let main = graphs.preferred.graph
    let start = try settings.now.map { try StartOfClock.read($0).instant(in: main.zone) }
    let time = start.map { SystemTimeSource(startingAt: $0) } ?? SystemTimeSource()
    let (choice, durability) = try Durability.store(
      try settings.store.map(StoreChoice.read), settings.durability.flatMap { Durability(rawValue: $0.rawValue) }, for: main.name,
      in: settings.data)
    var stores = try await Stores.serving(choice, durability: durability, watch: StoreWatch(logger: logger), logger: logger)
    if let fatalCall { stores = FatalStore.around(stores, fatalCall) }
    let traces = try Traces(settings, logger: logger)
    let service = try await ServerComposition(
      graphs: graphs, stores: stores, time: time, staffed: Set(settings.staffed), limits: settings.limits,
      tracer: traces?.tracer, logger: logger)
    try await Traces.kept(by: traces) {
      try await service.run(settings: settings.server(for: main), announce: threshold.announce) { server in
        SettingsReloader(sources: sources, start: settings, logger: logger) { settings in
          threshold.level = settings.logLevel
          traces?.tracer.keep(share: settings.traces.sample)
          server.apply(settings.server(for: main))
        }
      }
    }
  }
}

extension ServeSettings {
  /// With what the graph says of itself.
  fileprivate func server(for graph: ConversationGraph) -> ServerSettings {
    var settings = server
    settings.title = graph.name.rawValue.prefix(1).uppercased() + graph.name.rawValue.dropFirst()
    settings.purpose = graph.title
    return settings
  }
}
