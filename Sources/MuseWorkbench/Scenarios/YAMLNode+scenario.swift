import MuseCompiler
import MuseSource

extension YAMLNode {
  subscript(key: String) -> YAMLNode? { mapping?.first { $0.key.value == key }?.value }

  var located: Located<String>? { scalar.map { Located($0.value, at: location) } }

  var oneOrMore: [YAMLNode] { sequence ?? [self] }

  /// As an expectation: the word `unset` stands for no value.
  var written: WrittenValue {
    if let items = sequence { return .list(items.map(\.written)) }
    if mapping != nil { return .fields(writtenFields) }
    guard let text = scalar, !(text.isPlain && text.value == "unset") else { return .unset }
    return .text(text.value)
  }

  var writtenFields: [String: WrittenValue] {
    Dictionary((mapping ?? []).map { ($0.key.value, $0.value.written) }, uniquingKeysWith: { first, _ in first })
  }
}
