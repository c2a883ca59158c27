// swift-tools-version: 6.2
import PackageDescription

// What reads strangers' bytes, under libFuzzer, in a package of its own: the product pays nothing for it. Each target is a static
// library with one entry; `Scripts/fuzz` links and runs it.

func layer(_ name: String, _ dependencies: [Target.Dependency] = [], sources: [String]? = nil) -> Target {
  .target(name: name, dependencies: dependencies, path: "Sources/\(name)", sources: sources, swiftSettings: settings)
}

func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, path: name, swiftSettings: settings)
}

// Release is too forgiving and debug too slow: optimized, with every check that a debug build has.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-sanitize=fuzzer", "-assert-config", "Debug"]),
]

let pure: [Target.Dependency] = ["MuseSource", "MuseExpression", "MuseDefinition"]
let server: [Target.Dependency] = pure + ["MuseInterpreter", "MuseRuntime", "MuseServer"]
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let http: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let fuzzers = ["Loader", "Frames", "Messages", "Requests", "StoredBytes"]

/// The parts that read bytes, and know no socket and no cryptography.
let credentials = [
  "Guard/CredentialOffer.swift", "Guard/FailureThrottle.swift", "Identity/CredentialRefusal.swift", "Identity/Tenant.swift",
]
let parsers = [
  "Access/CredentialSettings.swift", "Access/SubprotocolOffer.swift", "TLS/TLSFiles.swift",
  "Connections/ClientID.swift", "HTTP/HTTPRefusal.swift", "HTTP/HostPolicy.swift", "HTTP/RefusalCode.swift",
  "Limits/IPAddress.swift", "Limits/Limit.swift", "LiveSettings.swift", "Rate.swift", "ServerSettings.swift",
  "Messages/ClientMessage.swift", "Messages/ClientRequest.swift", "Messages/MessageFields.swift", "Messages/WireForm.swift",
  "Messages/ErrorCode.swift", "Messages/ErrorCode+explanation.swift",
  "Messages/JSONScanner.swift",
  "Messages/ReplyID+wire.swift", "Messages/TraceFields+wire.swift", "Messages/WireError.swift",
  "WebSocket/CloseCode.swift", "WebSocket/ConnectRequest.swift", "WebSocket/DeflateAgreement.swift",
  "WebSocket/ExtensionOffer.swift", "WebSocket/FrameHeader.swift", "WebSocket/Inflater.swift",
  "WebSocket/ProtocolViolation.swift",
  "WebSocket/UTF8Validator.swift", "WebSocket/WebSocketMessageAssembler.swift",
]

let package = Package(
  name: "fuzzing",
  platforms: [.macOS(.v15)],
  products: fuzzers.map { .library(name: $0, type: .static, targets: [$0]) },
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.3"),
  ],
  targets: [
    layer("MuseSource"),
    layer("MuseExpression", ["MuseSource"]),
    layer("MuseDefinition", ["MuseSource", "MuseExpression"]),
    layer("MuseCompiler", pure + [.product(name: "Yams", package: "Yams")]),
    layer("MuseInterpreter", pure),
    layer("MuseDialogue", pure),
    layer(
      "MuseRuntime",
      pure + [
        "MuseCompiler", "MuseInterpreter", "MuseDialogue", .product(name: "Logging", package: "swift-log"),
        .product(name: "Tracing", package: "swift-distributed-tracing"),
      ]),
    layer("MuseTracing", sources: ["Context/TraceContext.swift", "Context/TraceIDs.swift", "Context/TraceState.swift"]),
    .systemLibrary(name: "CZlib", path: "Sources/CZlib"),
    layer("MuseAccess", ["MuseExpression"], sources: credentials),
    layer(
      "MuseServer",
      pure + [
        "MuseInterpreter", "MuseRuntime", "MuseAccess", "CZlib", nio, http,
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      sources: parsers),
    fuzzer("Loader", pure + ["MuseCompiler"]),
    fuzzer("Frames", server + [nio]),
    fuzzer("Messages", server),
    fuzzer("Requests", server + ["MuseTracing", http]),
    fuzzer("StoredBytes", pure + ["MuseCompiler", "MuseInterpreter", "MuseRuntime"]),
  ]
)
