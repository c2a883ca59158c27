import Testing

@Suite("Unsafe constructs")
struct UnsafeConstructTests {
  @Test("what can trap or race is on a list with its reason")
  func constructsHaveReasons() {
    let constructs: [(name: String, pattern: Regex<Substring>)] = [
      ("fatalError", /\bfatalError\s*\(/),
      ("preconditionFailure", /\bpreconditionFailure\s*\(/),
      ("try!", /\btry!/),
      ("as!", /\bas!/),
      ("@unchecked Sendable", /@unchecked\s+Sendable/),
      ("nonisolated(unsafe)", /nonisolated\(unsafe\)/),
    ]
    var found: Set<Exceptions.Entry.Place> = []
    for file in Repository.sources {
      for construct in constructs where file.contains(construct.pattern) {
        found.insert(.init(file: file.path, subject: construct.name))
      }
    }
    #expect(Exceptions.unexpected(found, against: Exceptions.unsafeConstructs) == [])
  }

  @Test("only the command line prints")
  func onlyTheCommandLinePrints() {
    let silent = Repository.sources.filter { $0.target != "MusegraphCLI" }
    // A target may have a word `print` of its own.
    let ownWord = Set(silent.filter { $0.contains(/func\s+print\(/) }.map(\.target))
    let printing = silent.filter { !ownWord.contains($0.target) && $0.contains(/(?:^|[^\w.])(?:print|debugPrint|dump)\(/) }
    #expect(printing.map(\.path) == [])
  }
}

extension Repository.File {
  fileprivate func contains(_ pattern: Regex<Substring>) -> Bool { code.lines.contains { $0.contains(pattern) } }
}
