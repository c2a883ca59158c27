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
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\x" + (digits.count < 2 ? "0" : "") + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
