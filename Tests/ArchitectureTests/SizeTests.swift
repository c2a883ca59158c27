import Testing

@Suite("Sizes")
struct SizeTests {
  static let longestFile = 400
  static let longestFunction = 60

  @Test("no file grows over 400 lines")
  func files() {
    let long = (Repository.sources + Repository.tests).filter { !$0.isGenerated && $0.lineCount > Self.longestFile }
    #expect(Exceptions.unexpected(Set(long.map { .init(file: $0.path) }), against: Exceptions.longFiles) == [])
  }

  @Test("no function grows over 60 lines")
  func functions() {
    var long: Set<Exceptions.Entry.Place> = []
    for file in Repository.sources where !file.isGenerated {
      for function in file.code.functions where function.length > Self.longestFunction {
        long.insert(.init(file: file.path, subject: function.name))
      }
    }
    #expect(Exceptions.unexpected(long, against: Exceptions.longFunctions) == [])
  }

  @Test("functions are found with their length, whatever stands in strings and comments")
  func functionsAreFound() {
    let source = SwiftSource(
      """
      protocol Speaker {
        func speak()
      }
      struct Parrot: Speaker {
        init(name: String) { self.name = name }
        func speak() {
          // a brace in a comment: {
          let text = "a brace in a text: { \\(name) \\("{")"
          if text.isEmpty {
            return
          }
        }
      }
      """)
    #expect(source.functions.map { "\($0.name) \($0.line) \($0.length)" } == ["init 5 1", "speak 6 7"])
  }
}
