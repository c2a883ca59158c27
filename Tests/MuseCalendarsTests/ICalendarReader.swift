/// Reads just enough of RFC 5545 to hold the writer to it. Throws where a rule of the form is broken.
struct ICalendarReader {
  struct Broken: Error, Equatable { var reason: String }

  struct Property: Equatable {
    var name: String
    var parameters: [String: String]
    /// As in the file, unfolded, escapes not resolved.
    var value: String

    /// The value as TEXT.
    var text: String {
      var text = ""
      var isEscaped = false
      for character in value {
        if isEscaped {
          text.append(character == "n" || character == "N" ? "\n" : character)
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else {
          text.append(character)
        }
      }
      return text
    }
  }

  struct Component: Equatable {
    var name: String
    var properties: [Property] = []
    var components: [Component] = []

    subscript(name: String) -> Property? { properties.first { $0.name == name } }
    func all(_ name: String) -> [Component] { components.filter { $0.name == name } }
  }

  static func read(_ text: String) throws -> Component {
    var lines = try unfolded(text).map(property)[...]
    let calendar = try component(&lines)
    guard lines.isEmpty, calendar.name == "VCALENDAR" else { throw Broken(reason: "not one VCALENDAR") }
    return calendar
  }

  private static func unfolded(_ text: String) throws -> [String] {
    var octets = Array(text.utf8)
    guard octets.suffix(2) == [13, 10] else { throw Broken(reason: "no line end at the end") }
    octets.removeLast(2)
    var lines: [[UInt8]] = [[]]
    var width = 0
    var index = 0
    while index < octets.count {
      if octets[index] == 13 {
        guard index + 1 < octets.count, octets[index + 1] == 10 else { throw Broken(reason: "bare CR") }
        let folds = index + 2 < octets.count && octets[index + 2] == 32
        if !folds { lines.append([]) }
        width = folds ? 1 : 0
        index += folds ? 3 : 2
        // A fold may not split a character: the line goes on with its first byte.
        if folds, index < octets.count, octets[index] & 0xC0 == 0x80 { throw Broken(reason: "split character") }
        continue
      }
      guard octets[index] >= 32 || octets[index] == 9 else { throw Broken(reason: "control character") }
      lines[lines.count - 1].append(octets[index])
      width += 1
      guard width <= 75 else { throw Broken(reason: "line over 75 octets") }
      index += 1
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func property(_ line: String) throws -> Property {
    var parts: [String] = [""]
    var isQuoted = false
    var value: String?
    for character in line {
      if value != nil {
        value?.append(character)
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == ":" && !isQuoted {
        value = ""
      } else if character == ";" && !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    guard let value, !isQuoted, !parts[0].isEmpty else { throw Broken(reason: "no content line: \(line)") }
    var parameters: [String: String] = [:]
    for parameter in parts.dropFirst() {
      let pair = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else { throw Broken(reason: "no parameter: \(parameter)") }
      parameters[String(pair[0])] = String(pair[1])
    }
    return Property(name: parts[0], parameters: parameters, value: value)
  }

  private static func component(_ lines: inout ArraySlice<Property>) throws -> Component {
    guard let begin = lines.popFirst(), begin.name == "BEGIN" else { throw Broken(reason: "BEGIN is missing") }
    var component = Component(name: begin.value)
    while let next = lines.first, next.name != "END" {
      if next.name == "BEGIN" {
        component.components.append(try self.component(&lines))
      } else {
        component.properties.append(next)
        lines.removeFirst()
      }
    }
    guard let end = lines.popFirst(), end.value == begin.value else { throw Broken(reason: "END of \(begin.value) is missing") }
    return component
  }
}
