import Testing

@Suite("Unsafe constructs")
struct UnsafeConstructTests {
  @Test("what can trap or race is on a list with its reason")
  func constructsHaveReasons() {
    let constructs = [
      "fatalError(", "preconditionFailure(", "try! ", "as! ", "@unchecked Sendable", "nonisolated(unsafe)", "unsafeBitCast(",
    ]
    var found: Set<Exceptions.Entry.Place> = []
    for file in Repository.sources {
      for construct in constructs where file.code.lines.contains(where: { $0.contains(construct) }) {
        found.insert(.init(file: file.path, subject: construct))
      }
    }
    #expect(Exceptions.unexpected(found, against: Exceptions.unsafeConstructs) == [])
  }

  @Test("only the command line prints")
  func onlyTheCommandLinePrints() {
    let silent = Repository.sources.filter { $0.target != "MusegraphCLI" }
    // A target may have a word `print` of its own.
    let ownWord = Set(silent.filter { file in file.code.lines.contains { $0.contains("func print(") } }.map(\.target))
    let printing = silent.filter { !ownWord.contains($0.target) && $0.code.lines.contains(where: Self.prints) }
    #expect(printing.map(\.path) == [])
  }

  private static func prints(_ line: String) -> Bool {
    // Most lines need no regular expression, and those are slow in debug builds.
    guard line.contains("rint(") || line.contains("dump(") else { return false }
    return line.contains(/(?:^|[^\w.])(?:print|debugPrint|dump)\(/)
  }
}
