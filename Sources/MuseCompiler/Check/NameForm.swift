/// What names may look like, and which are taken.
enum NameForm {
  enum Kind: String {
    case slot = "a slot"
    case fact = "a fact"
    case intent = "an intent"
    case node = "a node"
    case type = "a type"
    case field = "a field"
    case tool = "a tool"
    case outcome = "an outcome"
    case event = "an event"
    case item = "an item"

    var advice: String {
      self == .tool
        ? "Join parts of lower-case letters, digits and '_' by dots."
        : "Begin with a lower-case letter; go on with lower-case letters, digits and '_'."
    }
  }

  static func isID(_ text: some StringProtocol) -> Bool {
    guard let first = text.unicodeScalars.first, ("a"..."z").contains(first) else { return false }
    return text.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_" }
  }

  static func isGraphName(_ text: String) -> Bool {
    isID(text.replacing("-", with: "_"))
  }

  static func isToolID(_ text: String) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isID($0) }
  }

  /// Language, and region if any: `en`, `en-GB`.
  static func isLocale(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = parts.first, parts.count <= 2 else { return false }
    let isLanguage = (2...3).contains(language.count) && language.unicodeScalars.allSatisfy { ("a"..."z").contains($0) }
    guard parts.count == 2, let region = parts.last else { return isLanguage }
    return isLanguage && region.count == 2 && region.unicodeScalars.allSatisfy { ("A"..."Z").contains($0) }
  }

  /// Why a name is taken, for a sentence; nil where it is free.
  static func reservation(of name: String, for kind: Kind) -> String? {
    if celWords.contains(name) { return "it is a word of the expression language" }
    switch kind {
    case .slot, .fact, .item:
      if variables.contains(name) { return "expressions know a value of that name" }
      if eventWords.contains(name) { return "it is a word of properties" }
    case .node, .intent:
      if eventWords.contains(name) { return "it is a word of properties" }
      if kind == .intent, name == "other" { return "'classify' has an outcome of that name" }
    case .outcome:
      if outcomes.contains(name) { return "every tool has it, or it is a word of properties" }
    case .type:
      if types.contains(name) { return "it is a type of the language" }
    case .field, .tool, .event:
      break
    }
    return nil
  }

  /// Source: cel-spec langdef, "Syntax" (RESERVED).
  private static let celWords: Set<String> = [
    "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let", "loop", "namespace",
    "null",
    "package", "return", "true", "var", "void", "while",
  ]
  private static let variables: Set<String> = [
    "now", "today", "message", "offered", "was", "bool", "bytes", "double", "dyn", "int", "list", "map", "null_type", "string",
    "type", "uint",
  ]
  private static let eventWords: Set<String> = [
    "anywhere", "back", "changed", "delivered", "end", "heard", "run", "started", "turn", "wait",
  ]
  private static let outcomes: Set<String> = ["failed", "unsure", "started", "delivered"]
  static let types: Set<String> = [
    "text", "number", "integer", "boolean", "choice", "date", "time", "datetime", "duration", "daterange", "timerange", "email",
    "phone", "url", "person", "list", "optional",
  ]

  /// What other languages call them.
  static let foreignTypes = [
    "string": "text", "str": "text", "int": "integer", "long": "integer", "float": "number", "double": "number",
    "decimal": "number", "bool": "boolean", "enum": "choice", "timestamp": "datetime", "array": "list",
  ]
}
