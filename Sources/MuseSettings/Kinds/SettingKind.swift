package import MuseCompiler
import MuseServer

/// How the value of a setting is written, wherever it is written: in a flag, in the environment or in the file.
public struct SettingKind<Value: Sendable>: Sendable {
  let form: SettingForm
  /// Nil for a text that is not allowed.
  let read: @Sendable (String) -> Value?
  /// What `read` reads as the same value.
  let write: @Sendable (Value) -> String

  init(_ form: SettingForm, read: @escaping @Sendable (String) -> Value?, write: @escaping @Sendable (Value) -> String) {
    self.form = form
    self.read = read
    self.write = write
  }
}

/// What people are told of a kind.
public struct SettingForm: Sendable {
  /// What stands for a value in a help text: `bytes`.
  public var placeholder: String
  /// What may be written, after "It takes": "a whole number from 0 to 65535".
  public var allowed: String
  /// What an editor checks.
  package var expects: Expectation = .written
  /// A text stands in quotes in a file; a number or a word of ours does not.
  var isQuoted = false
}

extension SettingKind where Value == Int {
  /// A whole number.
  static func count(_ range: ClosedRange<Int>) -> SettingKind {
    SettingKind(
      SettingForm(
        placeholder: "number", allowed: "a whole number from \(range.lowerBound) to \(range.upperBound)",
        expects: .integer(range)),
      read: { text in Int(text).flatMap { range.contains($0) ? $0 : nil } }, write: { String($0) })
  }

  /// Bytes, with a unit or without: `65536`, `64KiB`, `1MB`.
  static func bytes(_ range: ClosedRange<Int>) -> SettingKind {
    SettingKind(
      SettingForm(
        placeholder: "bytes",
        allowed: "a number of bytes like 65536, 64KiB or 1MB, from "
          + "\(ByteCount.text(range.lowerBound)) to \(ByteCount.text(range.upperBound))"),
      read: { text in ByteCount.read(text).flatMap { range.contains($0) ? $0 : nil } }, write: ByteCount.text)
  }
}

extension SettingKind where Value == Duration {
  /// `10s`, `150ms`, `5m`.
  static func duration(_ range: ClosedRange<Duration>) -> SettingKind {
    SettingKind(
      SettingForm(
        placeholder: "duration",
        allowed: "a duration like 150ms, 10s, 5m or 1h, from "
          + "\(DurationText.text(range.lowerBound)) to \(DurationText.text(range.upperBound))"),
      read: { text in DurationText.read(text).flatMap { range.contains($0) ? $0 : nil } }, write: DurationText.text)
  }
}

extension SettingKind where Value == Rate {
  /// `20/s`, `600/min`.
  static func rate(upTo most: Int) -> SettingKind {
    SettingKind(
      SettingForm(placeholder: "rate", allowed: "a rate like 20/s, 600/min or 100/h, with a number from 1 to \(most)"),
      read: { text in RateText.read(text).flatMap { (1...most).contains($0.count) ? $0 : nil } }, write: RateText.text)
  }
}

extension SettingKind where Value == Double {
  /// A share of a whole.
  static var share: SettingKind {
    SettingKind(
      SettingForm(placeholder: "share", allowed: "a number from 0 to 1, like 0.05"),
      read: { text in
        guard text.utf8.allSatisfy({ $0 == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
          return nil
        }
        return Double(text).flatMap { (0...1).contains($0) ? $0 : nil }
      },
      write: { $0 == 0 || $0 == 1 ? String(Int($0)) : String($0) })
  }
}

extension SettingKind where Value == Bool {
  static var boolean: SettingKind {
    SettingKind(
      SettingForm(placeholder: "true|false", allowed: "true or false", expects: .boolean),
      read: { Bool($0) }, write: { String($0) })
  }
}

extension SettingKind where Value == String {
  /// Any text that is not empty, and that `holds`.
  static func text(_ placeholder: String, allowed: String, where holds: @escaping @Sendable (String) -> Bool = { _ in true })
    -> SettingKind
  {
    SettingKind(
      SettingForm(placeholder: placeholder, allowed: allowed, isQuoted: true),
      read: { !$0.isEmpty && holds($0) ? $0 : nil }, write: { $0 })
  }
}

extension SettingKind where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  /// One of the words.
  static var choice: SettingKind {
    let words = Value.allCases.map(\.rawValue)
    return SettingKind(
      SettingForm(
        placeholder: words.joined(separator: "|"), allowed: "one of \(words.joined(separator: ", "))", expects: .oneOf(words),
        // Some versions of YAML read it as false where it stands without quotes.
        isQuoted: words.contains("off")),
      read: { Value(rawValue: $0) }, write: { $0.rawValue })
  }
}

extension SettingKind {
  /// What the kind takes, or a word that stands for nil: `never`.
  static func or<Wrapped>(_ word: String, _ kind: SettingKind<Wrapped>) -> SettingKind where Value == Wrapped? {
    var form = kind.form
    form.allowed += ", or \(word)"
    form.expects = .written
    return SettingKind(
      form,
      read: { text in text == word ? .some(nil) : kind.read(text).map { .some($0) } },
      write: { $0.map(kind.write) ?? word })
  }
}
