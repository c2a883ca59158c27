import Testing

@Suite("Names")
struct NameTests {
  /// Words that say nothing about what a thing is.
  static let banned: Set<String> = [
    "Utils", "Util", "Utilities", "Helper", "Helpers", "Manager", "Common", "Base", "Core", "Misc", "Impl", "Data", "Info",
  ]

  @Test("no type and no file has a name that says nothing")
  func namesSaySomething() {
    var empty: Set<Exceptions.Entry.Place> = []
    for file in Repository.sources + Repository.tests {
      let names = file.code.declaredTypes + [String(file.name.prefix { $0 != "." && $0 != "+" })]
      for name in names where !Self.banned.isDisjoint(with: Self.words(of: name)) {
        empty.insert(.init(file: file.path, subject: name))
      }
    }
    #expect(Exceptions.unexpected(empty, against: Exceptions.names) == [])
  }

  @Test(
    "a name is split into its words",
    arguments: [("JSONDataReader", ["JSON", "Data", "Reader"]), ("Database", ["Database"])])
  func splitting(name: String, words: [String]) {
    #expect(Self.words(of: name) == words)
  }

  /// `ClientMessage` is `Client`, `Message`; a run of capitals is one word.
  static func words(of name: String) -> [String] {
    name.matches(of: /[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+/).map { String($0.0) }
  }
}
