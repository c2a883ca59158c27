import Foundation

/// A page of the documentation as steps that can be followed.
///
/// - A `yaml` block behind "Save this as `file`:" is a file.
/// - "In `file`, replace", a `yaml` block, "with", a `yaml` block: the file is changed.
/// - A `console` block is a command behind `$ ` and what it prints. Lines that begin with `you  ` are typed. A line `…` stands for
///   any lines.
struct Tutorial {
  enum Step: Hashable {
    case save(file: String, text: String)
    case replace(file: String, old: String, new: String)
    case run(command: String, expected: String, line: Int)
  }

  let steps: [Step]

  /// A block that does not belong to any step is a mistake of the page.
  struct Unclear: Error {
    let line: Int
  }

  init(_ page: String) throws {
    var steps: [Step] = []
    var prose = ""
    var replaced: (file: String, old: String)?
    for part in Self.parts(of: page) {
      switch part.language {
      case nil: prose = part.text
      case "console":
        let lines = part.text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = lines.first, first.hasPrefix("$ ") else { throw Unclear(line: part.line) }
        let expected = lines.count > 1 ? lines[1] + "\n" : ""
        steps.append(.run(command: String(first.dropFirst(2)), expected: String(expected), line: part.line))
      case "yaml":
        if let match = prose.wholeMatch(of: /[\s\S]*Save this as `([^`]+)`:\s*/) {
          steps.append(.save(file: String(match.1), text: part.text + "\n"))
        } else if let match = prose.wholeMatch(of: /[\s\S]*In `([^`]+)`, replace\s*/) {
          replaced = (String(match.1), part.text)
        } else if let change = replaced, prose.wholeMatch(of: /\s*with\s*/) != nil {
          steps.append(.replace(file: change.file, old: change.old, new: part.text))
          replaced = nil
        } else {
          throw Unclear(line: part.line)
        }
      case .some: break  // what a reader does once, outside of the folder
      }
    }
    self.steps = steps
  }

  private struct Part {
    /// Nil for prose.
    var language: String?
    var text: String
    /// The first line of a block's text, or of the prose.
    var line: Int
  }

  private static func parts(of page: String) -> [Part] {
    var parts = [Part(language: nil, text: "", line: 1)]
    var isInBlock = false
    for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("```") {
        isInBlock.toggle()
        parts.append(Part(language: isInBlock ? String(line.dropFirst(3)) : nil, text: "", line: index + 2))
      } else {
        let last = parts.count - 1
        parts[last].text += (parts[last].text.isEmpty ? "" : "\n") + line
      }
    }
    return parts
  }
}

/// What a page shows, held against what was printed. Equal, but for lines `…` that stand for any lines.
enum Shown {
  static func fits(_ shown: String, _ printed: String) -> Bool {
    fits(lines(of: shown), lines(of: printed))
  }

  private static func lines(of text: String) -> ArraySlice<Substring> {
    text.split(separator: "\n", omittingEmptySubsequences: false)[...]
  }

  private static func fits(_ shown: ArraySlice<Substring>, _ printed: ArraySlice<Substring>) -> Bool {
    guard let first = shown.first else { return printed.isEmpty }
    if first == "…" { return printed.indices.contains { fits(shown.dropFirst(), printed[$0...]) } }
    return printed.first == first && fits(shown.dropFirst(), printed.dropFirst())
  }
}
