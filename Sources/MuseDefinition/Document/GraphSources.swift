public import MuseSource

/// The whole source of a graph: its own file and every file it imports, directly or not. Stores keep it under its fingerprint.
public struct GraphSources: Hashable, Sendable, Codable {
  public var root: SourceFile
  /// In the order in which they were found; each once.
  public var imported: [SourceFile]

  public init(root: SourceFile, imported: [SourceFile] = []) {
    self.root = root
    self.imported = imported
  }

  public var files: [SourceFile] { [root] + imported }

  public func file(at path: String) -> SourceFile? { files.first { $0.path == path } }

  /// The same wherever the graph's folder lies: names count from the folder of the graph's own file.
  public var fingerprint: Fingerprint {
    let folder = SourcePath(root.path).folder
    var bytes: [UInt8] = []
    for file in [root] + imported.sorted(by: { $0.path < $1.path }) {
      for part in [SourcePath(file.path).relative(to: folder), file.text] {
        // Lengths part the names from the texts: no two sources give the same bytes.
        bytes += Array("\(part.utf8.count):".utf8) + Array(part.utf8)
      }
    }
    return Fingerprint(rawValue: SHA256.hexadecimal(of: bytes))
  }
}

/// The path of a file as text, with `/` between its parts: no disk is asked.
public struct SourcePath: Hashable, Sendable {
  /// Without `.` and, where it can be told, without `..`.
  public let text: String

  public init(_ path: String) {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    text = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// Empty for a file of the working folder, else with a `/` at its end.
  public var folder: String {
    text.lastIndex(of: "/").map { String(text[...$0]) } ?? ""
  }

  /// The path that `other` means in a file at this one.
  public func resolving(_ other: String) -> SourcePath {
    other.hasPrefix("/") ? SourcePath(other) : SourcePath(folder + other)
  }

  /// The path as it would be written in a file of `folder`, with `..` for every step out of it.
  func relative(to folder: String) -> String {
    let own = text.split(separator: "/")
    let base = folder.split(separator: "/")
    let shared = zip(own, base).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: base.count - shared) + own.dropFirst(shared)).joined(separator: "/")
  }
}
