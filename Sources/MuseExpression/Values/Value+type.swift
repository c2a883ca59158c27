extension Value {
  /// The type of a value without what it holds: a list is `list(dyn)`. Of what holds nothing it is `null`.
  public var shallowType: ValueType {
    switch self {
    case .null, .empty: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .list: .list(.dyn)
    case .map: .map(key: .dyn, value: .dyn)
    case .timestamp: .timestamp
    case .duration: .duration
    case .date: .date
    case .time: .time
    case .object(let object): .object(object.type)
    case .type: .type(.dyn)
    }
  }
}

extension Value: CustomStringConvertible {
  /// The value as an expression writes it: `"Ann"`, `[1, 2]`, `duration("1800s")`, `person{name: "Ann"}`. For logs and findings;
  /// people are shown `ValueFormatter`'s text.
  public var description: String {
    switch self {
    case .null: "null"
    case .empty: "empty"
    case .bool(let flag): "\(flag)"
    case .int(let number): "\(number)"
    case .uint(let number): "\(number)u"
    // A NaN has a sign that machines do not agree on.
    case .double(let number): number.isNaN ? "nan" : "\(number)"
    case .string(let text): text.quoted
    case .bytes(let bytes): "b\"\(bytes.map { "\\x" + String($0 | 0, radix: 16).leftPadded(to: 2) }.joined())\""
    case .list(let items): "[\(items.map(\.description).joined(separator: ", "))]"
    case .map(let map): "{\(map.entries.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
    case .timestamp(let instant): "timestamp(\"\(instant.rfc3339)\")"
    case .duration(let duration): "duration(\"\(duration.secondsText)\")"
    case .date(let date): "date(\"\(date.iso)\")"
    case .time(let time): "time(\"\(time.iso)\")"
    case .object(let object): "\(object.type){\(object.fields.map { "\($0.name): \($0.value)" }.joined(separator: ", "))}"
    case .type(let type): type.plainName
    }
  }
}

extension ValueType {
  /// The type without its parameters, as `type(x)` gives it: `list`.
  var plainName: String { String(celName.prefix { $0 != "(" }) }
}

extension String {
  /// In double quotes, with what could not stand there escaped.
  var quoted: String {
    var output = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      default: output.unicodeScalars.append(scalar)  // a character, not one of our own enums
      }
    }
    return output + "\""
  }

  fileprivate func leftPadded(to width: Int) -> String { String(repeating: "0", count: max(0, width - count)) + self }
}
