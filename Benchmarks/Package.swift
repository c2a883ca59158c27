// swift-tools-version: 6.2
import PackageDescription

// What a message costs, in a package of its own: the product pays nothing for it. `Scripts/benchmark` builds and runs it.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, path: "Sources/\(name)", swiftSettings: strict)
}

func program(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .executableTarget(name: name, dependencies: dependencies, path: name, swiftSettings: strict)
}

let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let tracing: Target.Dependency = .product(name: "Tracing", package: "swift-distributed-tracing")
let pure: [Target.Dependency] = ["MuseSource", "MuseExpression", "MuseDefinition"]

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
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
    layer("MuseRuntime", pure + ["MuseCompiler", "MuseInterpreter", "MuseDialogue", logging, tracing]),
    layer("MuseCalendars", pure + ["MuseRuntime"]),
    // What the pure layers and the runtime do, each by itself.
    program("Engine", pure + ["MuseCompiler", "MuseInterpreter", "MuseDialogue", "MuseRuntime", "MuseCalendars", logging]),
    // Many clients of a running server: it knows the wire and nothing of ours.
    .systemLibrary(name: "CEpoll", path: "CEpoll"),
    program("Crowd", ["CEpoll"]),
  ]
)
