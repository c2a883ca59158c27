// swift-tools-version: 6.2
import PackageDescription

// The loader under libFuzzer, in a package of its own: the product pays nothing for it. `Scripts/fuzz` builds and runs it.

func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, path: "Sources/\(name)", swiftSettings: settings)
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

let package = Package(
  name: "fuzzing",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Loader", type: .static, targets: ["Loader"]),
    .library(name: "StoredBytes", type: .static, targets: ["StoredBytes"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
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
      pure + ["MuseCompiler", "MuseInterpreter", "MuseDialogue", .product(name: "Logging", package: "swift-log")]),
    .target(name: "Loader", dependencies: pure + ["MuseCompiler"], path: "Loader", swiftSettings: settings),
    .target(
      name: "StoredBytes", dependencies: pure + ["MuseCompiler", "MuseInterpreter", "MuseRuntime"], path: "StoredBytes",
      swiftSettings: settings),
  ]
)
