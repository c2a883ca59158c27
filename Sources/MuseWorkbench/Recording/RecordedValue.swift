/// What recording writes behind a key.
enum RecordedValue {
  case inline(String)
  /// Written below one another where the file's layout has it so.
  case items([String])
  /// The key goes.
  case nothing

  /// - Parameter column: of the items; nil: all on one line.
  func text(itemsAt column: Int?) -> String {
    switch self {
    case .inline(let text): return text
    case .items(let items):
      guard let column, !items.isEmpty else { return "[" + items.map(Self.flow).joined(separator: ", ") + "]" }
      let indentation = String(repeating: " ", count: column - 1)
      return items.map { "- " + $0 }.joined(separator: "\n" + indentation)
    case .nothing: return ""
    }
  }

  /// A mapping of one entry needs its braces in a list on one line.
  private static func flow(_ item: String) -> String {
    item.contains(": ") && !item.hasPrefix("{") && !item.hasPrefix("\"") ? "{\(item)}" : item
  }
}
