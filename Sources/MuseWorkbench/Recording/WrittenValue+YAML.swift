import MuseDefinition

extension WrittenValue {
  /// On one line, in the flow form of YAML; texts are quoted.
  var yaml: String {
    switch self {
    case .text(let text): text.quotedForYAML
    case .list(let items): "[" + items.map(\.yaml).joined(separator: ", ") + "]"
    case .fields(let fields):
      "{" + fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.yaml)" }.joined(separator: ", ") + "}"
    case .unset: "unset"
    }
  }
}

extension ActualTurn.Call {
  /// `calendar.create: {title: "Sync"}`, or the name alone.
  func yaml(listing arguments: [String: WrittenValue]) -> String {
    arguments.isEmpty ? tool.rawValue : "\(tool): \(WrittenValue.fields(arguments).yaml)"
  }
}

extension String {
  /// In double quotes, with what they need escaped (YAML 1.2.2, section 5.7).
  var quotedForYAML: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if scalar.isEscapedInYAML {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}

extension Unicode.Scalar {
  /// A control character, and what the loader takes for an end of a line or a mark of bytes.
  fileprivate var isEscapedInYAML: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF: true
    default: false
    }
  }
}
