// swift-tools-version: 6.2
import PackageDescription

// A package as somebody would write it who keeps a conversation in it: a library whose graphs are checked when it is built, and
// the command for them (`swift package musegraph …`).
let package = Package(
  name: "ExamplePackage",
  platforms: [.macOS(.v15)],
  products: [.library(name: "Greeter", targets: ["Greeter"])],
  dependencies: [.package(name: "musegraph", path: "../..")],
  targets: [
    .target(
      name: "Greeter",
      resources: [.copy("Graphs")],
      plugins: [.plugin(name: "MusegraphValidate", package: "musegraph")])
  ]
)
