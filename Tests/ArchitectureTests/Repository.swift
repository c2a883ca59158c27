import Foundation
import Testing

/// The files of this repository, as the tests read them.
struct Repository {
  struct File: Sendable, CustomTestStringConvertible {
    /// Relative to the repository: `Sources/MuseSource/Located.swift`.
    let path: String
    let text: String
    /// What of it is code, read once: most tests look at it.
    let code: SwiftSource

    init(path: String, text: String) {
      self.path = path
      self.text = text
      self.code = SwiftSource(path.hasSuffix(".swift") && !path.hasSuffix(".generated.swift") ? text : "")
    }

    var name: String { String(path.split(separator: "/").last ?? "") }
    var lineCount: Int { text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count }
    /// The target that the file belongs to: the folder below `Sources` or `Tests`.
    var target: String { String(path.split(separator: "/").dropFirst().first ?? "") }
    var isGenerated: Bool { path.hasSuffix(".generated.swift") }
    var testDescription: String { path }
  }

  /// The folder of `Package.swift`.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().resolvingSymlinksInPath()

  /// Swift files below `Sources`, generated ones included, by path.
  static let sources = swiftFiles(below: "Sources")
  static let tests = swiftFiles(below: "Tests")
  /// Every text file that git would keep: no build products, nothing hidden but the build machine's folder.
  static let everything = files(below: "") { !$0.hasPrefix(".") || $0.hasPrefix(".ci/") || $0 == ".swift-format" }

  private static func swiftFiles(below folder: String) -> [File] {
    files(below: folder) { $0.hasSuffix(".swift") }
  }

  private static func files(below folder: String, where isWanted: (String) -> Bool) -> [File] {
    let start = folder.isEmpty ? root : root.appending(path: folder)
    let prefix = root.standardizedFileURL.path(percentEncoded: false).trimmingSuffix("/") + "/"
    guard let walker = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil) else { return [] }
    var found: [File] = []
    for case let url as URL in walker {
      let path = String(url.standardizedFileURL.path(percentEncoded: false).dropFirst(prefix.count))
      if path.hasPrefix("."), path != ".ci" { walker.skipDescendants() }
      guard isWanted(path), let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
      found.append(File(path: path, text: text))
    }
    return found.sorted { $0.path < $1.path }
  }

  /// The names of the folders right below the given one.
  static func folders(below folder: String) -> [String] {
    let urls = try? FileManager.default.contentsOfDirectory(
      at: root.appending(path: folder), includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles)
    return (urls ?? []).filter(\.hasDirectoryPath).map(\.lastPathComponent).sorted()
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
