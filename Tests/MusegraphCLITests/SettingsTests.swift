import Foundation
import Testing

@Suite("Settings of musegraph serve")
struct SettingsTests {
  /// What `--print-config-json` says of a setting.
  private struct Printed: Decodable {
    enum Value: Decodable, Equatable {
      case none
      case texts([String])

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
          self = .none
        } else if let list = try? container.decode([String].self) {  // Whatever it is, one of these reads it.
          self = .texts(list)
        } else if let flag = try? container.decode(Bool.self) {
          self = .texts([String(flag)])
        } else if let number = try? container.decode(Int.self) {
          self = .texts([String(number)])
        } else {
          self = .texts([try container.decode(String.self)])
        }
      }
    }

    private enum CodingKeys: String, CodingKey {
      case value, from
      case isSet = "is_set"
    }

    /// Nil where it is not set, and for a secret.
    var value: Value?
    /// Of a secret.
    var isSet: Bool?
    var from: String
  }

  private func printed(_ arguments: [String], environment: [String: String] = [:]) async throws -> [String: Printed] {
    let outcome = try await BuiltMusegraph.run(["serve", "--print-config-json"] + arguments, environment: environment)
    #expect(outcome.status == 0, "\(outcome.complaints)")
    return try JSONDecoder().decode([String: Printed].self, from: Data(outcome.output.utf8))
  }

  /// The flag of each setting, as the reference has it.
  private func flags() throws -> [(key: String, flag: String)] {
    let page = BuiltMusegraph.repository.appending(path: "Sources/MusegraphKit/MusegraphKit.docc/Reference/Settings.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    return text.matches(of: /### ([a-z_.]+)\n\n[^\n]+\n\n(?:`[A-Z_]+`, )?`(--[a-z-]+)/).map { (String($0.1), String($0.2)) }
  }

  /// What settings take that have no value at first.
  private static let samples = [
    "durability": "full", "graph": "meeting", "store": "memory", "data": "folder", "now": "2026-03-02T09:00", "staffed": "sales",
    "allow_origins": "https://example.com", "trusted_proxies": "10.0.0.0/8", "keys": "keys.json", "jwt_keys": "jwks.json",
    "jwt_issuer": "us", "jwt_audience": "musegraph", "jwt_tenant_claim": "org", "tls_certificate": "certificate.pem",
    "tls_key": "key.pem", "admin_port": "9001", "traces.endpoint": "http://127.0.0.1:4318",
  ]

  @Test("every setting of the reference is a flag, and what the flag gives is printed with where it comes from")
  func everyFlag() async throws {
    let standard = try await printed([])
    let flags = try flags()
    #expect(Set(flags.map(\.key)) == Set(standard.keys))
    let given = try await ScratchFolder.with { folder in
      let secret = try folder.write("hush", to: "secret.txt")
      return try await printed(flags.flatMap { key, flag in try arguments(key, flag, standard[key], secret: secret) })
    }
    for (key, flag) in flags { #expect(given[key]?.from == flag, "\(key)") }
    #expect(given["allow_anyone"]?.value == .texts(["true"]))
    #expect(try await printed(["--no-allow-anyone"])["allow_anyone"]?.value == .texts(["false"]))
  }

  /// - Parameter secret: a file that holds one.
  private func arguments(_ key: String, _ flag: String, _ standard: Printed?, secret: String) throws -> [String] {
    let standard = try #require(standard)
    if standard.isSet != nil { return [flag, secret] }
    switch standard.value {
    case .texts(["true"]), .texts(["false"]): return [flag]
    case nil, .some(.none), .texts([]): return [flag, try #require(Self.samples[key], "\(key)")]
    case .texts(let texts): return texts.flatMap { [flag, $0] }
    }
  }

  @Test("the help lists every flag with its sentence")
  func help() async throws {
    let outcome = try await BuiltMusegraph.run(["serve", "--help"])
    for (key, flag) in try flags() { #expect(outcome.output.contains("  \(flag)"), "\(key)") }
    #expect(outcome.output.contains("SETTINGS:"))
  }

  @Test("a file in the folder is read, and another by --config; the environment goes before it")
  func file() async throws {
    try await ScratchFolder.with { folder in
      let path = try folder.write("port: 9001\nlimits: {connections: 5}\n", to: "other.yaml")
      let settings = try await printed(["--config", path], environment: ["MUSEGRAPH_PORT": "9002"])
      #expect(settings["port"]?.from == "MUSEGRAPH_PORT")
      #expect(settings["port"]?.value == .texts(["9002"]))
      #expect(settings["limits.connections"]?.from == "\(path):2:23")
    }
  }

  @Test("all mistakes are told, and the server does not start", arguments: [(["--port", "x"], Int32(2)), ([], Int32(3))])
  func mistakes(flags: [String], status: Int32) async throws {
    try await ScratchFolder.with { folder in
      let path = try folder.write("prot: 9001\n", to: "broken.yaml")
      let outcome = try await BuiltMusegraph.run(
        ["serve", "Graphs/greeting", "--config", path] + flags, environment: ["MUSEGRAPH_LOG_LEVEL": "loud"])
      #expect(outcome.status == status)
      #expect(outcome.output.isEmpty)
      let lines = outcome.complaints.split(separator: "\n")
      #expect(lines.count == flags.count / 2 + 2, "\(outcome.complaints)")
      #expect(lines.last == "\(path):1:1: 'prot' is no key of the file. Did you mean 'port'?")
    }
  }

  @Test("a file that is not there is wrong usage, and a flag that is nearly one is told with the one that is meant")
  func usage() async throws {
    let missing = try await BuiltMusegraph.run(["serve", "Graphs/greeting", "--config", "nowhere.yaml"])
    #expect(missing.status == 2)
    #expect(missing.complaints.contains("'nowhere.yaml' is not there"))
    let misspelt = try await BuiltMusegraph.run(["serve", "Graphs/greeting", "--limit-connections", "5"])
    #expect(misspelt.status == 2)
    #expect(misspelt.complaints.contains("--limits-connections"), "\(misspelt.complaints)")
  }

  @Test("the schema of the file is one, and has every key")
  func schema() async throws {
    let outcome = try await BuiltMusegraph.run(["schema", "settings"])
    #expect(outcome.status == 0)
    for (key, _) in try flags() {
      let name = key.split(separator: ".").last ?? ""
      #expect(outcome.output.contains("\"\(name)\""), "\(key)")
    }
  }
}
