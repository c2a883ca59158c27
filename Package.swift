// swift-tools-version: 6.2
import PackageDescription

// Targets stand in layer order: a target imports only targets of a lower layer (Tests/ArchitectureTests holds it to that).

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func layer(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let tracing: Target.Dependency = .product(name: "Tracing", package: "swift-distributed-tracing")
let pure: [Target.Dependency] = ["MuseSource", "MuseExpression", "MuseDefinition"]
let shell: [Target.Dependency] = pure + ["MuseCompiler", "MuseInterpreter", "MuseDialogue", "MuseRuntime"]

let package = Package(
  name: "musegraph",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "musegraph", targets: ["MusegraphCLI"]),
    .library(name: "MusegraphKit", targets: ["MusegraphKit"]),
    .plugin(name: "MusegraphValidate", targets: ["MusegraphValidate"]),
    .plugin(name: "MusegraphCommand", targets: ["MusegraphCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.3"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    // Its readers of JSON and YAML are left out: a file's mistakes are told with their places, by our own.
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
  ],
  targets: [
    // 0: positions, ranges, diagnostics
    layer("MuseSource"),
    // 1: values, types, CEL, text templates
    layer("MuseExpression", ["MuseSource"]),
    // 2: the graph as written and as checked, moves
    layer("MuseDefinition", ["MuseSource", "MuseExpression"]),
    // 3: YAML to checked graph
    layer("MuseCompiler", pure + [.product(name: "Yams", package: "Yams")]),
    // 3: moves to effects
    layer("MuseInterpreter", pure),
    // 3: text to moves
    layer("MuseDialogue", pure),
    // 4: the shell around the pure layers, and the ports
    layer("MuseRuntime", pure + ["MuseCompiler", "MuseInterpreter", "MuseDialogue", logging, tracing]),
    // 4: who may come in: keys, tokens, and what their bearers may do
    layer(
      "MuseAccess",
      [
        "MuseExpression", logging, .product(name: "JWTKit", package: "jwt-kit"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // 5: documents of other servers
    layer(
      "MuseHTTP",
      [
        .product(name: "AsyncHTTPClient", package: "async-http-client"), .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    // 5: the embedded calendar and the address book
    layer("MuseCalendars", pure + ["MuseRuntime"]),
    // 5: SQLite
    layer(
      "MuseStoreSQLite",
      pure + ["MuseInterpreter", "MuseCompiler", "MuseRuntime", .product(name: "GRDB", package: "GRDB.swift")]),
    // zlib, as the system has it: swift-nio-extras links it too, but gives out only whole HTTP bodies, and no DEFLATE with a context
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // 5: WebSocket, HTTP, the chat page
    layer(
      "MuseServer",
      pure + [
        "MuseInterpreter", "MuseRuntime", "MuseAccess", "CZlib", logging,
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOWebSocket", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      resources: [.embedInCode("Page/chat.html"), .embedInCode("HTTP/openapi.json"), .embedInCode("Messages/asyncapi.json")]),
    // 5: spans for a collector, and lines of the log that carry their ids
    layer("MuseTracing", ["MuseSource", "MuseExpression", "MuseRuntime", logging, tracing]),
    // 5: drawing, scenarios, transcripts
    layer("MuseWorkbench", shell + [logging]),
    // 6: what `serve` can be told, from flags, the environment and a file
    layer(
      "MuseSettings",
      [
        "MuseSource", "MuseExpression", "MuseCompiler", "MuseRuntime", "MuseAccess", "MuseServer", logging,
        .product(name: "Configuration", package: "swift-configuration"),
      ]),
    // 7: the command line, the one composition root
    .executableTarget(
      name: "MusegraphCLI",
      dependencies: shell + [
        "MuseAccess", "MuseHTTP", "MuseCalendars", "MuseStoreSQLite", "MuseServer", "MuseSettings", "MuseTracing",
        "MuseWorkbench", logging,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict),
    // 6: what a program needs that embeds a conversation
    layer("MusegraphKit", shell + [logging, tracing]),
    // 6: checks the graphs of a target while it is built
    .executableTarget(name: "MusegraphLint", dependencies: pure + ["MuseCompiler"], swiftSettings: strict),
    .plugin(name: "MusegraphValidate", capability: .buildTool(), dependencies: ["MusegraphLint"]),
    .plugin(
      name: "MusegraphCommand",
      capability: .command(
        intent: .custom(verb: "musegraph", description: "Checks, tests, draws and formats the graphs of this package."),
        permissions: [
          .writeToPackageDirectory(reason: "It writes what you ask it to write: formatted graphs, recordings, new conversations.")
        ])),

    tests("MuseSourceTests", ["MuseSource"]),
    tests("MuseExpressionTests", ["MuseSource", "MuseExpression"]),
    tests("MuseCompilerTests", pure + ["MuseCompiler"], exclude: ["Broken"]),
    tests("MuseInterpreterTests", pure + ["MuseCompiler", "MuseInterpreter"]),
    tests("PropertyTests", pure + ["MuseCompiler", "MuseInterpreter"]),
    tests("MuseDialogueTests", pure + ["MuseDialogue"]),
    tests("MuseRuntimeTests", shell + ["MuseTracing", logging, tracing]),
    tests(
      "MuseAccessTests",
      [
        "MuseExpression", "MuseAccess", logging, .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),
    tests("MuseHTTPTests", ["MuseHTTP"]),
    tests("MuseCalendarsTests", pure + ["MuseRuntime", "MuseCalendars"]),
    tests("StoreTests", shell + ["MuseStoreSQLite", "MuseCalendars", .product(name: "GRDB", package: "GRDB.swift")]),
    tests(
      "MuseServerTests",
      shell + [
        "MuseAccess", "MuseServer", logging,
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    tests("MuseTracingTests", ["MuseSource", "MuseExpression", "MuseRuntime", "MuseTracing", logging, tracing]),
    tests("MuseSettingsTests", ["MuseSource", "MuseServer", "MuseSettings", logging]),
    tests("MuseWorkbenchTests", shell + ["MuseWorkbench"]),
    tests("GraphsTests", shell + ["MuseWorkbench", "MuseCalendars"]),
    tests("MusegraphCLITests", shell + ["MusegraphCLI"], exclude: ["Goldens", "Scenarios"]),
    tests("MusegraphKitTests", ["MusegraphKit"]),
    tests("ArchitectureTests", []),
  ]
)
