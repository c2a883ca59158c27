/// The chat page: one file with its style and script, made for a browser and nothing else.
enum ChatPage {
  /// - Parameters:
  ///   - purpose: a sentence that greets whoever opens it; may be empty.
  ///   - nonce: lets the page's own style and script run.
  static func html(title: String, purpose: String, nonce: String) -> String {
    let values = ["title": escaped(title), "purpose": escaped(purpose), "nonce": nonce]
    var page = ""
    page.reserveCapacity(template.utf8.count + 256)
    var rest = template[...]
    while let start = rest.firstRange(of: "{{"), let end = rest[start.upperBound...].firstRange(of: "}}") {
      page += rest[..<start.lowerBound]
      page += values[String(rest[start.upperBound..<end.lowerBound])] ?? ""
      rest = rest[end.upperBound...]
    }
    return page + rest
  }

  private static let template = String(decoding: PackageResources.chat_html, as: UTF8.self)

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
