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

func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "musegraph",
  products: [
    .executable(name: "musegraph", targets: ["MusegraphCLI"])
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // 0: positions, ranges, diagnostics
    layer("MuseSource"),
    // 1: values, types, CEL, text templates
    layer("MuseExpression", ["MuseSource"]),
    // 2: the graph as written and as checked, moves
    layer("MuseDefinition", ["MuseSource", "MuseExpression"]),
  ]
)
