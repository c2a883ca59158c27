import MuseCompiler
import MuseDefinition
import MuseSource
import Testing

/// Files that no one writes by hand are refused with a finding, soon and without harm.
struct YAMLLimitTests {
  private func ids(_ text: String) -> Set<DiagnosticID> {
    let compilation = Compiler.compile(GraphSources(root: SourceFile(path: "graph.yaml", text: text)))
    #expect(compilation.graph == nil)
    return Set(compilation.diagnostics.map(\.id))
  }

  @Test("an alias bomb is refused unread")
  func aliasBomb() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    text += "? *a40\n: x\n"
    #expect(ids(text) == ["yaml-alias"])
  }

  @Test("a small alias bomb is read and found")
  func smallBomb() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...8 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(ids(text).isSuperset(of: ["yaml-alias", "yaml-anchor"]))
  }

  @Test("a file of more than a megabyte is refused unread")
  func large() {
    #expect(ids(String(repeating: "# nothing\n", count: 120_000)) == ["file-too-large"])
  }

  @Test("deep nesting is refused", arguments: [70, 900, 5000, 100_000])
  func deep(depth: Int) {
    let found = ids("policy: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "\n")
    #expect(!found.isDisjoint(with: ["too-deep", "yaml-syntax"]))
    let blocks = ids(String(repeating: "- ", count: depth) + "x\n")
    #expect(!blocks.isDisjoint(with: ["too-deep", "yaml-syntax", "wrong-kind"]))
  }

  @Test("a file of very many parts is refused")
  func many() {
    #expect(ids("check: [" + String(repeating: "a,", count: 150_000) + "]\n").contains("too-deep"))
  }

  @Test("many repetitions of one key end")
  func repetitions() {
    #expect(ids(String(repeating: "a: 1\n", count: 2000)).contains("repeated-key"))
  }

  @Test(
    "an empty file, a list, a scalar and control characters are findings",
    arguments: [
      "", "# x", "- a", "x", "a: \u{1}", "\0", "---", "a: b\n---\nc: d", "\u{FEFF}", "%TAG ! x", "? ", ": ", "*a", "&a", "!", "{",
      "[", "'", "\"", "|", ">",
    ])
  func odd(text: String) {
    #expect(!ids(text).isEmpty)
  }
}
