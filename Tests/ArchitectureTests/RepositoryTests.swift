import Testing

@Suite("Repository")
struct RepositoryTests {
  @Test("no file names a path of somebody's machine")
  func noMachinePaths() {
    // Written in parts, so that this file does not find itself.
    let roots = ["work", "farm", "opt/swift", "home", "root", "Users"].map { "/" + $0 + "/" }
    let naming = Repository.everything.filter { file in
      roots.contains { root in file.text.ranges(of: root).contains { !Self.isInsideWord(file.text, $0) } }
    }
    #expect(naming.map(\.path) == [])
  }

  /// A path that goes on from a word is one of the repository.
  private static func isInsideWord(_ text: String, _ range: Range<String.Index>) -> Bool {
    guard range.lowerBound > text.startIndex else { return false }
    let before = text[text.index(before: range.lowerBound)]
    return before.isLetter || before.isNumber || "._-*)}>".contains(before)
  }

  @Test("what the README starts with is there", arguments: ["README.md", "Package.swift", "Scripts/check", "Scripts/serve"])
  func filesAreThere(path: String) {
    #expect(Repository.everything.contains { $0.path == path })
  }
}
