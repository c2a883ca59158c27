/// A file as the author wrote it. Where it was read from is the caller's business: this module knows no disk.
///
/// Encodes as its path and its text.
public struct SourceFile: Hashable, Sendable {
  /// The path as it shall be shown to the author.
  public let path: String
  public let text: String
  /// The lines of `text` without their line ends (`\n`, `\r\n` or `\r`) and without a byte order mark.
  public let lines: [Substring]

  public init(path: String, text: String) {
    self.path = path
    self.text = text
    let content = text.unicodeScalars.first == "\u{FEFF}" ? text[text.unicodeScalars.index(after: text.startIndex)...] : text[...]
    self.lines = content.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// The line with the given number, counted from 1, or nil past the end.
  public func line(_ number: Int) -> Substring? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }
}

extension SourceFile: Codable {
  private enum CodingKeys: String, CodingKey {
    case path, text
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      path: try container.decode(String.self, forKey: .path),
      text: try container.decode(String.self, forKey: .text))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(path, forKey: .path)
    try container.encode(text, forKey: .text)
  }
}
