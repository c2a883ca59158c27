import Foundation
import MuseSource
import Testing

struct SourceFileTests {
  @Test(
    "lines end with any of the usual line ends",
    arguments: [
      ("", [""]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b", ""]), ("a\rb", ["a", "b"]), ("\u{FEFF}a\nb", ["a", "b"]),
    ])
  func lines(text: String, expected: [Substring]) {
    #expect(SourceFile(path: "f", text: text).lines == expected)
  }

  @Test("a file is stored as its path and its text")
  func coding() throws {
    let file = SourceFile(path: "a/b.yaml", text: "x: \"é\"\r\n")
    let coder = JSONEncoder()
    coder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let stored = try coder.encode(file)
    #expect(String(decoding: stored, as: UTF8.self) == #"{"path":"a/b.yaml","text":"x: \"é\"\r\n"}"#)
    #expect(try JSONDecoder().decode(SourceFile.self, from: stored) == file)
  }
}
