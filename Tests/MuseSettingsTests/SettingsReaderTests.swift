import MuseServer
import MuseSettings
import MuseSource
import Testing

@Suite("Reading settings")
struct SettingsReaderTests {
  private func read(
    _ yaml: String? = nil, flags: [String: [String]] = [:], environment: [String: String] = [:]
  ) -> SettingsReading {
    let file = yaml.map { SourceFile(path: "musegraph.yaml", text: $0) }
    return SettingsReader().read(SettingSources(flags: flags, environment: environment, file: file))
  }

  @Test("flags go before the environment, the environment before the file, the file before the default")
  func precedence() {
    let yaml = "port: 1\nhost: \"localhost\"\nlimits:\n  connections: 7\n"
    let environment = ["MUSEGRAPH_PORT": "2", "MUSEGRAPH_HOST": "127.0.0.2", "MUSEGRAPH_GRAPH": ""]
    let reading = read(yaml, flags: ["port": ["3"]], environment: environment)
    #expect(reading.mistakes == [])
    #expect(reading.settings.server.port == 3)
    #expect(reading.settings.server.host == "127.0.0.2")
    #expect(reading.settings.server.limits.connections == 7)
    #expect(reading.settings.graph == nil)
    #expect(reading.origins["port"] == .flag("--port"))
    #expect(reading.origins["host"] == .environment("MUSEGRAPH_HOST"))
    #expect(reading.origins["limits.connections"]?.description == "musegraph.yaml:4:16")
    #expect(reading.origins["limits.fragments"] == nil)
  }

  @Test("every mistake is told, with its source and what is allowed")
  func mistakes() {
    let yaml = """
      prot: 9000
      limits:
        connections: many
        message_bytes: 12
      log_level: loud
      allow_origins: https://example.com/page
      """
    let environment = ["MUSEGRAPH_TIMEOUTS_HANDSHAKE": "1h", "MUSEGRAPH_ALLOW_ANYONE": "yes"]
    let reading = read(yaml, flags: ["port": ["70000"]], environment: environment)
    #expect(
      reading.mistakes.map(\.description) == [
        "'--port' is '70000'. It takes a whole number from 0 to 65535.",
        "'MUSEGRAPH_ALLOW_ANYONE' is 'yes'. It takes true or false.",
        "musegraph.yaml:6:16: 'allow_origins' is 'https://example.com/page'. It takes a list: an origin as browsers write it, like "
          + "https://example.com or http://localhost:3000.",
        "musegraph.yaml:5:12: 'log_level' is 'loud'. It takes one of trace, debug, info, notice, warning, error, critical.",
        "musegraph.yaml:3:16: 'limits.connections' is 'many'. It takes a whole number from 1 to 1000000.",
        "musegraph.yaml:4:18: 'limits.message_bytes' is '12'. It takes a number of bytes like 65536, 64KiB or 1MB, from 1KiB to 64MiB.",
        "'MUSEGRAPH_TIMEOUTS_HANDSHAKE' is '1h'. It takes a duration like 150ms, 10s, 5m or 1h, from 100ms to 10s.",
        "musegraph.yaml:1:1: 'prot' is no key of the file. Did you mean 'port'?",
      ])
    #expect(reading.mistakes.map(\.isUsage) == [true] + Array(repeating: false, count: 7))
    #expect(reading.settings.server == ServerSettings())
  }

  @Test(
    "what is no settings file at all is said with its place",
    arguments: ["- port\n", "port: [1, 2]\n", "limits: 3\n", "port: 1\nport: 2\n"])
  func shapes(yaml: String) {
    let reading = read(yaml)
    #expect(!reading.mistakes.isEmpty)
    #expect(reading.mistakes.allSatisfy { $0.description.hasPrefix("musegraph.yaml:") }, "\(reading.mistakes)")
  }

  @Test("lists come from repeated flags, from commas, and from a list or a single value in the file")
  func lists() {
    #expect(read("staffed: sales\n").settings.staffed == ["sales"])
    #expect(read("staffed: [sales, \"help desk\"]\n").settings.staffed == ["sales", "help desk"])
    #expect(read(environment: ["MUSEGRAPH_STAFFED": "sales, help desk"]).settings.staffed == ["sales", "help desk"])
    #expect(read("staffed: [x]\n", flags: ["staffed": ["a", "b"]]).settings.staffed == ["a", "b"])
  }

  @Test("a variable that looks like a setting and is none is remarked on, others are not")
  func unknownVariables() {
    let reading = read(environment: ["MUSEGRAPH_PROT": "1", "MUSEGRAPH_SERVICE_PORT_HTTP": "80", "HOME": "x"])
    #expect(reading.mistakes == [])
    #expect(reading.remarks == ["The variable 'MUSEGRAPH_PROT' is no setting. Did you mean 'MUSEGRAPH_PORT'?"])
  }

  @Test("what is printed is a file that says the same")
  func printing() {
    let flags = ["port": ["9000"], "processing": ["2s"], "staffed": ["a \"b\"", "c"], "limits.message_bytes": ["2048"]]
    let reading = read(flags: flags, environment: ["MUSEGRAPH_GRAPH": "meeting"])
    let text = SettingsText.text(of: reading)
    let again = read(text)
    #expect(again.mistakes == [], "\(text)")
    #expect(SettingsText.text(of: again).lines == text.lines)
    #expect(text.contains("# From: --port\nport: 9000\n"))
    #expect(text.contains("# From: MUSEGRAPH_GRAPH\ngraph: \"meeting\"\n"))
    #expect(text.contains("  message_bytes: 2KiB\n"))
  }

  @Test("what was changed and may change does, and the rest waits for a restart")
  func reload() {
    let old = read("port: 1\nlimits: {connections: 5}\n").settings
    let new = read("port: 2\nlimits: {connections: 6}\nlog_level: debug\n").settings
    let reload = SettingsReload(from: old, to: new)
    #expect(reload.changed == ["log_level", "limits.connections"])
    #expect(reload.waiting == ["port"])
    #expect(reload.settings.server.port == 1)
    #expect(reload.settings.server.limits.connections == 6)
  }
}

extension String {
  /// Without those that say where a value comes from.
  fileprivate var lines: [Substring] { split(separator: "\n").filter { !$0.contains("# From: ") } }
}
