import Glibc

/// What every client says, and what must stand in the replies.
///
/// In its file each line is a message; one that begins with `=` must stand in the reply to the message before it, and one that begins
/// with `#` means nothing. `{day}` is another day in each round, so that no meeting clashes with one before.
struct Talk {
  struct Line {
    var text: String
    var expected: [UInt8] = []
  }

  var lines: [Line] = []

  init() {}

  init(echoing messages: Int) {
    let text = String(repeating: "x", count: 160)
    lines = Array(repeating: Line(text: text, expected: Array(text.utf8)), count: messages)
  }

  init(file path: String) throws(Trouble) {
    guard let file = fopen(path, "r") else { throw Trouble("'\(path)' cannot be read.") }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 4096)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let line = buffer.withUnsafeBufferPointer { bytes in
        String(decoding: bytes.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      }
      if line.hasPrefix("="), !lines.isEmpty {
        lines[lines.count - 1].expected = Array(line.dropFirst().drop { $0 == " " }.utf8)
      } else if !line.isEmpty, !line.hasPrefix("#") {
        lines.append(Line(text: line))
      }
    }
  }

  /// The text of a line in a round, counted from 0.
  func text(_ index: Int, in round: Int) -> [UInt8] {
    let text = lines[index].text
    guard let brace = text.firstIndex(of: "{"), text[brace...].hasPrefix("{day}") else { return Array(text.utf8) }
    return Array("\(text[..<brace])\(round + 2)\(text[brace...].dropFirst(5))".utf8)
  }
}
