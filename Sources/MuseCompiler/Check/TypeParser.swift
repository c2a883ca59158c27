import MuseDefinition
import MuseSource

/// Reads a written type: `text`, `list<person>`, `optional<event>`.
struct TypeParser {
  /// Why a text is no type, and which part of it.
  struct Problem: Error {
    enum Kind {
      case syntax
      case unknown
      case choiceWithoutOptions
    }

    var kind: Kind
    var name: String
    var offsets: Range<Int>
  }

  private let text: [Character]
  private let objects: Set<String>
  private let options: [String]?
  private var index = 0

  /// - Parameter options: what a `choice` may be; nil where it has none.
  static func parse(_ text: String, objects: Set<String>, options: [String]?) -> Result<SlotType, Problem> {
    var parser = TypeParser(text: Array(text), objects: objects, options: options)
    do throws(Problem) {
      let type = try parser.parseType(depth: 0)
      guard parser.index == parser.text.count else { throw parser.problem(.syntax, from: parser.index) }
      return .success(type)
    } catch {
      return .failure(error)
    }
  }

  private init(text: [Character], objects: Set<String>, options: [String]?) {
    self.text = text
    self.objects = objects
    self.options = options
  }

  private func problem(_ kind: Problem.Kind, from start: Int) -> Problem {
    let end = max(start, index)
    return Problem(kind: kind, name: String(text[min(start, text.count)..<min(end, text.count)]), offsets: start..<end)
  }

  private mutating func parseType(depth: Int) throws(Problem) -> SlotType {
    skipSpaces()
    let start = index
    while index < text.count, !"<> ".contains(text[index]) { index += 1 }
    let name = String(text[start..<index])
    guard !name.isEmpty, depth < 8 else { throw problem(.syntax, from: start) }
    if name == "list" || name == "optional" {
      let inner = try parseParameter(depth: depth)
      return name == "list" ? .list(inner) : .optional(inner)
    }
    if let type = Self.simple[name] { return type }
    if name == "choice" {
      guard let options else { throw problem(.choiceWithoutOptions, from: start) }
      return .choice(options)
    }
    guard objects.contains(name) else { throw problem(.unknown, from: start) }
    return .object(name)
  }

  private mutating func parseParameter(depth: Int) throws(Problem) -> SlotType {
    try expect("<")
    let inner = try parseType(depth: depth + 1)
    skipSpaces()
    try expect(">")
    return inner
  }

  private mutating func expect(_ character: Character) throws(Problem) {
    guard index < text.count, text[index] == character else { throw problem(.syntax, from: index) }
    index += 1
  }

  private mutating func skipSpaces() {
    while index < text.count, text[index] == " " { index += 1 }
  }

  private static let simple: [String: SlotType] = [
    "text": .text, "number": .number, "integer": .integer, "boolean": .boolean, "date": .date, "time": .time,
    "datetime": .datetime, "duration": .duration, "daterange": .daterange, "timerange": .timerange, "email": .email,
    "phone": .phone, "url": .url, "person": .person,
  ]
}
