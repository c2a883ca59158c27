import MuseCompiler
import MuseDefinition
import MuseSource
import Testing

/// Whatever an author's file becomes, compiling it ends with a graph or with an error, never with neither, and never traps.
struct CompilerFuzzTests {
  @Test("mutated graphs compile or are refused", arguments: UInt64(1)...24)
  func mutated(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let meeting = try GraphFolder.meeting()
    for _ in 0..<12 {
      var sources = meeting
      sources.root = SourceFile(path: "graph.yaml", text: Mutation.mutate(meeting.root.text, &random))
      if random.next(below: 4) == 0, let tools = meeting.imported.first {
        sources.imported = [SourceFile(path: tools.path, text: Mutation.mutate(tools.text, &random))]
      }
      Promises.check(sources, "seed \(seed):\n\(sources.root.text)")
    }
  }
}

/// Changes a file as a slip of the hand would, line by line and character by character.
enum Mutation {
  static func mutate(_ text: String, _ random: inout SplitMix) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<(1 + random.next(below: 4)) {
      let line = random.next(below: lines.count)
      let other = random.next(below: lines.count)
      switch random.next(below: 8) {
      case 0: lines.remove(at: line)
      case 1: lines.insert(lines[other], at: line)
      case 2: lines.swapAt(line, other)
      case 3: lines[line] = "  " + lines[line]
      case 4: lines[line] = String(lines[line].dropFirst(2))
      case 5: lines[line] = changeCharacter(in: lines[line], &random)
      case 6: lines[line] = swapWord(in: lines[line], with: lines[other], &random)
      default: lines[line] = changeCharacter(in: changeCharacter(in: lines[line], &random), &random)
      }
      if lines.isEmpty { return "" }
    }
    return lines.joined(separator: "\n")
  }

  private static func changeCharacter(in line: String, _ random: inout SplitMix) -> String {
    let alphabet = Array("{}[]:,-#&*!|>'\"%@`?~. \t\\abz09_\u{E9}日\u{1F600}\u{0}")
    var characters = Array(line)
    let place = random.next(below: characters.count + 1)
    let new = alphabet[random.next(below: alphabet.count)]
    if place < characters.count, random.next(below: 2) == 0 { characters[place] = new } else { characters.insert(new, at: place) }
    return String(characters)
  }

  private static func swapWord(in line: String, with other: String, _ random: inout SplitMix) -> String {
    let words = other.split { !$0.isLetter && $0 != "_" }
    guard !words.isEmpty, let word = line.firstMatch(of: /[a-z_]{3,}/) else { return line }
    return line.replacingCharacters(in: word.range, with: words[random.next(below: words.count)])
  }
}

/// A small seeded generator: the same mutations on every machine.
struct SplitMix {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, limit)))
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with new: Substring) -> String {
    var text = self
    text.replaceSubrange(range, with: new)
    return text
  }
}
