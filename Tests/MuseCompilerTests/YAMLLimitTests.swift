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

  @Test("very many parts on one line are looked through once", .timeLimit(.minutes(1)))
  func longLine() {
    let list = "check: [" + String(repeating: "a,", count: 90_000) + "\t]#\n"
    #expect(ids(list).isSuperset(of: ["yaml-tab", "yaml-syntax"]))
    let map = "nodes: {a: {" + (0..<30_000).map { "k\($0): b, " }.joined() + "}}\n"
    let file = SourceFile(path: "graph.yaml", text: map)
    guard case .changed = FileFormatter.format(file, as: FileKind.graph.form) else { return #expect(Bool(false)) }
  }

  @Test("a graph of hundreds of nodes and hundreds of slots compiles soon", .timeLimit(.minutes(1)))
  func manyNodes() {
    let count = 500
    var text = "musegraph: 1\nname: chain\npolicy: {limits: {steps_per_turn: 1000}}\nslots:\n"
    for slot in 0..<300 { text += "  s\(slot): {type: integer, ask: \"How many?\"}\n" }
    text += "begin: n0\nnodes:\n"
    for node in 0..<count {
      let (slot, next) = (node % 300, node + 1)
      text += "  n\(node): {ask: s\(slot), say: \"{maybe('so ', s\(slot))}\", next: {done: n\(next), exhausted: n\(next)}}\n"
    }
    text += "  n\(count): {end: done}\n"
    let compilation = Compiler.compile(GraphSources(root: SourceFile(path: "graph.yaml", text: text)))
    #expect(compilation.diagnostics == [])
    #expect(compilation.graph?.nodeOrder.count == count + 1)
  }

  @Test("a graph of a thousand wrong names is refused soon", .timeLimit(.minutes(1)))
  func manyWrong() {
    var text = "musegraph: 1\nname: wrong\nbegin: n0\nnodes:\n"
    for node in 0..<1000 { text += "  n\(node): {say: \"{x\(node)}\", next: m\(node)}\n" }
    #expect(ids(text).isSubset(of: ["unknown-name", "unknown-node", "unreachable"]))
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
