import Testing

@Suite("Layers")
struct LayerTests {
  @Test("every target stands in the layer table, and every row is a target")
  func tableIsWhole() {
    // A folder without Swift holds documentation only.
    #expect(Set(Repository.sources.map(\.target)) == Set(LayerTable.entries.map(\.target)))
  }

  @Test("imports point down, and each dependency has one door", arguments: Repository.sources)
  func importsPointDown(file: Repository.File) throws {
    let importer = try #require(LayerTable.entry(file.target))
    let objections = file.code.imports.compactMap { LayerTable.objection(to: $0, in: importer) }
    #expect(objections == [])
  }

  @Test("no file asks for the insides of a module", arguments: Repository.sources + Repository.tests)
  func noTestableImports(file: Repository.File) {
    #expect(!file.code.lines.contains { $0.contains(/@testable\s/) })
  }

  @Test("every target has a test target")
  func everyTargetIsTested() {
    let tests = Set(Repository.folders(below: "Tests"))
    let untested = LayerTable.entries.filter { !tests.contains($0.tests ?? $0.target + "Tests") }.map(\.target)
    #expect(untested == [])
  }

  @Test(
    "the table objects to what it should",
    arguments: [
      ("MuseSource", "MuseExpression"), ("MuseCompiler", "MuseDialogue"), ("MuseServer", "MuseCalendars"),
      ("MuseExpression", "Foundation"), ("MuseRuntime", "Yams"), ("MuseCalendars", "GRDB"), ("MuseServer", "ArgumentParser"),
      ("MuseWorkbench", "Alamofire"), ("MusegraphLint", "MuseServer"), ("MusegraphLint", "MuseRuntime"),
      ("MusegraphLint", "ArgumentParser"), ("MusegraphKit", "MuseStoreSQLite"),
    ])
  func tableObjects(importer: String, module: String) throws {
    let entry = try #require(LayerTable.entry(importer))
    #expect(LayerTable.objection(to: module, in: entry) != nil)
  }
}
