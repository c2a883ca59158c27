import ArgumentParser
import Logging
import MuseDefinition
import MuseRuntime
import MuseServer

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

      Of several graphs a client chooses one with ?graph=NAME, and gets the one of --graph where it does not.

      Exit status: 0 stopped, 1 a graph has errors, 2 wrong usage or a file that cannot be read, 3 the port, the store or a tool \
      cannot be had. A second SIGTERM or Ctrl-C does not wait for turns: the process ends by that signal, which shells show as 143 \
      or 130. Nothing that was answered is lost then.
      """)

  @Argument(help: "A graph file, or a folder with graphs.")
  var path: String = "."

  @Option(help: ArgumentHelp("Listen on this name or address.", valueName: "host"))
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("Listen on this port; 0: any free one.", valueName: "port"))
  var port = 8080

  @Option(help: StoreChoice.help, transform: StoreChoice.read)
  var store: StoreChoice?

  @Option(help: Durability.help)
  var durability: Durability?

  @Option(help: ArgumentHelp("The graph of clients that name none.", valueName: "name"))
  var graph: String?

  @Option(help: StartOfClock.help, transform: StartOfClock.read)
  var now: StartOfClock?

  @Option(
    name: .customLong("allow-origin"),
    help: ArgumentHelp("A web page of this origin may connect, too. May be given several times.", valueName: "origin"))
  var origins: [String] = []

  @Option(
    name: .customLong("staffed"),
    help: ArgumentHelp("Somebody is there to take over threads of this queue. May be given several times.", valueName: "queue"))
  var staffed: [String] = []

  @Flag(help: "Listen on other than loopback addresses: anybody who reaches the port can talk in anybody's name.")
  var allowAnyone = false

  @Option(help: ServerSettings.Compression.help, transform: ServerSettings.Compression.read)
  var compression = ServerSettings.Compression.off

  @Flag(
    help: "Serve /ws-echo too, which sends back what it gets without any limit: for tests of the WebSocket, on loopback only.")
  var testEcho = false

  @Option(
    name: .customLong("log"),
    help: ArgumentHelp("Log from this level on, to stderr.", valueName: "level"))
  var logLevel = LogLevel.warning

  @OptionGroup(title: "Who may come in")
  var access: AccessOptions

  @Option(
    name: .customLong("test-stop-at-store-call"),
    help: ArgumentHelp(
      "For tests: end as kill -9 does at the n-th call of the store; n+: when it is through.", valueName: "n", visibility: .hidden
    ),
    transform: FatalStoreCall.read)
  var fatalCall: FatalStoreCall?

  func validate() throws {
    guard (0...65535).contains(port) else { throw ValidationError("The port is a number from 0 to 65535.") }
    guard fatalCall == nil || ["127.0.0.1", "::1", "localhost"].contains(host) else {
      throw ValidationError("--test-stop-at-store-call is for tests: listen on 127.0.0.1.")
    }
  }

  func run() async throws {
    let graphs = try ServedGraphs.load(path, preferring: graph)
    let logger = logLevel.logger()
    let start = now?.instant(in: graphs.preferred.graph.zone)
    let time = start.map { SystemTimeSource(startingAt: $0) } ?? SystemTimeSource()
    let (choice, durability) = try Durability.store(store, durability, for: graphs.preferred.graph.name)
    var stores = try await Stores.serving(choice, durability: durability, watch: StoreWatch(logger: logger), logger: logger)
    if let fatalCall { stores = FatalStore.around(stores, fatalCall) }
    let service = try await ServerComposition(graphs: graphs, stores: stores, time: time, staffed: Set(staffed), logger: logger)
    try await service.run(settings: settings(for: graphs.preferred.graph))
  }

  private func settings(for graph: ConversationGraph) -> ServerSettings {
    var settings = ServerSettings()
    settings.host = host
    settings.port = port
    settings.allowsAnyone = allowAnyone
    access.apply(to: &settings)
    settings.allowedOrigins = origins
    settings.compression = compression
    settings.testEcho = testEcho
    settings.title = graph.name.rawValue.prefix(1).uppercased() + graph.name.rawValue.dropFirst()
    settings.purpose = graph.title
    return settings
  }
}
