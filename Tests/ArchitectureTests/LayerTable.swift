/// Which target may import what. An arrow points down only: a target imports targets of lower layers, never its siblings.
struct LayerTable {
  struct Entry {
    var target: String
    var layer: Int
    /// Modules from outside this package.
    var doors: Set<String> = []
    /// The highest layer that it may import from, where that is not the one below it.
    var reach: Int?
    /// Where its tests are, if not in `<target>Tests`.
    var tests: String?
  }

  /// May be imported from layer 4 on: below it nothing knows a clock, a disk or a network.
  static let platform: Set<String> = [
    "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Logging", "Glibc", "Tracing",
  ]
  static let firstLayerWithPlatform = 4

  static let entries = [
    Entry(target: "MuseSource", layer: 0),
    Entry(target: "MuseExpression", layer: 1),
    // Data only: what makes it and what checks it are one suite.
    Entry(target: "MuseDefinition", layer: 2, tests: "MuseCompilerTests"),
    Entry(target: "MuseCompiler", layer: 3, doors: ["Yams"]),
    Entry(target: "MuseInterpreter", layer: 3),
    Entry(target: "MuseDialogue", layer: 3),
    Entry(target: "MuseRuntime", layer: 4),
    Entry(target: "MuseAccess", layer: 4, doors: ["JWTKit", "Crypto"]),
    Entry(target: "MuseHTTP", layer: 5, doors: ["AsyncHTTPClient", "NIOCore", "NIOHTTP1"]),
    Entry(
      target: "MuseServer", layer: 5,
      doors: [
        "Hummingbird", "HummingbirdCore", "HTTPTypes", "ServiceLifecycle", "UnixSignals", "NIOCore", "NIOPosix", "NIOHTTP1",
        "NIOSSL", "NIOWebSocket", "NIOHTTPTypes", "NIOHTTPTypesHTTP1", "CZlib",
      ]),
    Entry(target: "MuseCalendars", layer: 5),
    Entry(target: "MuseStoreSQLite", layer: 5, doors: ["GRDB"], tests: "StoreTests"),
    Entry(target: "MuseTracing", layer: 5),
    Entry(target: "MuseWorkbench", layer: 5),
    // Above the server, so that a setting stands in one place with the field that it sets.
    Entry(target: "MuseSettings", layer: 6, doors: ["Configuration"]),
    // The root owns the life of the process, so it knows how services are started and stopped.
    Entry(target: "MusegraphCLI", layer: 7, doors: ["ArgumentParser", "ServiceLifecycle", "UnixSignals"]),
    // Whoever embeds a conversation brings a server and a store, or needs none.
    Entry(target: "MusegraphKit", layer: 6, reach: 4),
    // Built with every package that checks its graphs at build: no server, no database. A program, so its tests run it.
    Entry(target: "MusegraphLint", layer: 6, reach: 3, tests: "MusegraphCLITests"),
  ]

  static func entry(_ target: String) -> Entry? { entries.first { $0.target == target } }

  /// Why the import is not allowed; nil where it is.
  static func objection(to module: String, in importer: Entry) -> String? {
    if let imported = entry(module) {
      return imported.layer < importer.layer && imported.layer <= importer.reach ?? imported.layer
        ? nil : "\(importer.target) is in layer \(importer.layer) and may not import \(module) of layer \(imported.layer)"
    }
    if importer.doors.contains(module) { return nil }
    if platform.contains(module) {
      return importer.layer >= firstLayerWithPlatform ? nil : "layers below \(firstLayerWithPlatform) are pure: no \(module)"
    }
    if let owner = entries.first(where: { $0.doors.contains(module) }) {
      return "\(module) has one door: \(owner.target)"
    }
    return "\(module) is in no row of the layer table"
  }
}
