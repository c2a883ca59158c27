/// A file as the author wrote it. Where it was read from is the caller's business: this module knows no disk.
public struct SourceFile: Hashable, Sendable {
  /// The path as it shall be shown to the author.
  public let path: String
  public let text: String
  /// The lines of `text` without their line ends (`\n`, `\r\n` or `\r`).
  public let lines: [Substring]

  public init(path: String, text: String) {
    self.path = path
    self.text = text
    self.lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// The line with the given number, counted from 1, or nil past the end.
  public func line(_ number: Int) -> Substring? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }
}
