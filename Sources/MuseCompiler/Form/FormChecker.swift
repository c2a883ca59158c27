import MuseDefinition
package import MuseSource

/// Holds a YAML tree against the table of the language's keys. What it lets pass, the loader reads without looking twice.
package struct FormChecker {
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads a file of another kind (a scenario) by the table of its keys. The tree is nil where it is no YAML.
  package static func read(_ file: SourceFile, as form: [KeyForm]) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
    let reading = YAMLReader.read(file)
    guard reading.root != nil || reading.diagnostics.isEmpty else { return (nil, reading.diagnostics) }
    let start = SourceLocation(file: file.path, range: SourceRange(line: 1, column: 1))
    let root = reading.root ?? YAMLNode(content: .mapping([]), location: start)
    return (root, reading.diagnostics + check(root, as: form, of: file))
  }

  /// Checks a tree by the table of a file's keys.
  static func check(_ root: YAMLNode, as form: [KeyForm], of file: SourceFile) -> [Diagnostic] {
    var checker = FormChecker()
    let start = SourceLocation(file: file.path, range: SourceRange(line: 1, column: 1))
    checker.checkRecord(root, form, owner: "the file", at: start)
    return checker.diagnostics
  }

  /// The tree of a file whose form is checked elsewhere. Nil where it is no YAML.
  package static func tree(of file: SourceFile) -> YAMLNode? { YAMLReader.read(file).root }

  /// Checks a whole file. A file that other files import holds tools and types only.
  static func check(_ root: YAMLNode?, of file: SourceFile, isRoot: Bool) -> [Diagnostic] {
    var checker = FormChecker()
    let start = SourceLocation(file: file.path, range: SourceRange(line: 1, column: 1))
    let form = isRoot ? GraphForm.graph : GraphForm.shared
    guard let root, !root.isNull else {
      checker.add(Rule.missingKey.finding("The file is empty: 'musegraph' is missing.", at: start))
      return checker.diagnostics
    }
    guard root.mapping != nil else {
      if !root.isBroken { checker.reportKind(root, .record(form), owner: "the file") }
      return checker.diagnostics
    }
    checker.checkRecord(root, form, owner: "the file", at: start, isImported: !isRoot)
    return checker.diagnostics
  }

  mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  private mutating func reportKind(_ node: YAMLNode, _ expectation: Expectation, owner: String, advice: String? = nil) {
    add(
      Rule.wrongKind.finding(
        "\(owner.capitalizedFirst) is \(node.kindName), but \(expectation.description) is expected.", at: node.location,
        advice: advice ?? "Write \(expectation.description)."))
  }

  // MARK: By what is expected

  mutating func check(_ node: YAMLNode, _ expectation: Expectation, owner: String) {
    if node.isBroken { return }
    if node.isNull {
      // Nothing may be written where anything may.
      if case .anything = expectation { return }
      return add(
        Rule.missingValue.finding(
          "\(owner.capitalizedFirst) has no value; \(expectation.description) is expected.", at: node.location))
    }
    switch expectation {
    case .text, .template, .expression, .word, .type, .written: checkScalar(node, expectation, owner: owner)
    case .integer, .boolean, .oneOf: checkScalar(node, expectation, owner: owner)
    case .spoken: checkSpoken(node, expectation, owner: owner, allowsVariants: true)
    case .question: checkSpoken(node, expectation, owner: owner, allowsVariants: false)
    case .list(let item): checkList(node, item, expectation, owner: owner)
    case .oneOrMore(let item):
      node.sequence == nil ? check(node, item, owner: owner) : checkList(node, item, expectation, owner: owner)
    case .filled(let inner): checkFilled(node, inner, owner: owner)
    case .map(let value): checkMap(node, value, expectation, owner: owner)
    case .record(let keys): checkRecord(node, keys, owner: owner, at: node.location)
    case .node: if node.mapping == nil { reportKind(node, expectation, owner: owner) }
    case .either(let choices): checkEither(node, choices, owner: owner)
    case .anything: checkFree(node)
    }
  }

  /// Nothing is known of its form, but what YAML would silently change is a finding here, too.
  private mutating func checkFree(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text): checkMeaning(of: text)
    case .sequence(let items): for item in items { checkFree(item) }
    case .mapping(let entries):
      for entry in entries {
        checkKey(entry.key)
        if !isBrokenKey(entry, in: node) { checkFree(entry.value) }
      }
    case .broken: break
    }
  }

  private mutating func checkFilled(_ node: YAMLNode, _ inner: Expectation, owner: String) {
    if node.sequence?.isEmpty ?? node.mapping?.isEmpty ?? false {
      return add(
        Rule.missingValue.finding("\(owner.capitalizedFirst) is empty.", at: node.location, advice: "Write at least one entry."))
    }
    check(node, inner, owner: owner)
  }

  private mutating func checkList(_ node: YAMLNode, _ item: Expectation, _ expectation: Expectation, owner: String) {
    guard let items = node.sequence else { return reportKind(node, expectation, owner: owner) }
    for element in items { check(element, item, owner: "an item of \(owner)") }
  }

  private mutating func checkMap(_ node: YAMLNode, _ value: Expectation, _ expectation: Expectation, owner: String) {
    guard let entries = node.mapping else { return reportKind(node, expectation, owner: owner) }
    if entries.isEmpty, case .node = value {
      add(Rule.missingValue.finding("\(owner.capitalizedFirst) holds no node.", at: node.location))
    }
    for entry in entries {
      checkKey(entry.key)
      if !isBrokenKey(entry, in: node) { checkEntry(entry, value) }
    }
  }

  private mutating func checkEntry(_ entry: YAMLEntry, _ expectation: Expectation) {
    switch expectation {
    case .record(let keys) where entry.value.mapping != nil:
      checkRecord(entry.value, keys, owner: "'\(entry.key.value)'", at: entry.key.location)
    case .node where entry.value.mapping != nil:
      checkNode(entry)
    default:
      check(entry.value, expectation, owner: "'\(entry.key.value)'")
    }
  }

  private mutating func checkEither(_ node: YAMLNode, _ choices: [Expectation], owner: String) {
    let fitting = choices.first { choice in
      switch choice {
      case .list: node.sequence != nil
      case .map, .record: node.mapping != nil
      case .text, .template, .spoken, .question, .expression, .word, .type, .written, .integer, .boolean, .oneOf, .oneOrMore,
        .filled,
        .either, .node, .anything:
        node.scalar != nil
      }
    }
    guard let fitting else { return reportKind(node, .either(choices), owner: owner) }
    check(node, fitting, owner: owner)
  }

  private mutating func checkSpoken(_ node: YAMLNode, _ expectation: Expectation, owner: String, allowsVariants: Bool) {
    switch node.content {
    case .scalar:
      checkScalar(node, expectation, owner: owner)
    case .sequence(let items):
      guard allowsVariants else {
        return add(Rule.confirmVariants.finding("\(owner.capitalizedFirst) has variants.", at: node.location))
      }
      if items.isEmpty { add(Rule.missingValue.finding("\(owner.capitalizedFirst) has no variants.", at: node.location)) }
      for item in items { check(item, .template, owner: "a variant of \(owner)") }
    case .mapping(let entries):
      for entry in entries where !isBrokenText(entry, in: node, owner: owner) {
        checkKey(entry.key)
        let inner: Expectation = entry.value.sequence == nil ? .template : (allowsVariants ? .list(.template) : .question)
        check(entry.value, inner, owner: "'\(entry.key.value)'")
      }
    case .broken: break
    }
  }

  // MARK: Records

  private mutating func checkRecord(
    _ node: YAMLNode, _ keys: [KeyForm], owner: String, at place: SourceLocation, isImported: Bool = false
  ) {
    guard let entries = node.mapping else { return reportKind(node, .record(keys), owner: owner) }
    for entry in entries {
      checkKey(entry.key)
      if isBrokenKey(entry, in: node) { continue }
      guard let form = keys.first(where: { $0.name == entry.key.value }) else {
        reportUnknown(entry, keys: keys, owner: owner, isImported: isImported)
        continue
      }
      if form.standing == .later { reportLater(entry.key) }
      checkEntry(entry, form.expects)
    }
    let written = Set(entries.map(\.key.value))
    let nearMisses = entries.map(\.key.value).filter { key in !keys.contains { $0.name == key } }
    for form in keys where form.standing == .required && !written.contains(form.name) {
      if nearMisses.contains(where: { nearestName(to: $0, among: [form.name]) != nil }) { continue }
      add(Rule.missingKey.finding("\(owner.capitalizedFirst) has no '\(form.name)'.", at: place))
    }
  }

  private mutating func reportUnknown(_ entry: YAMLEntry, keys: [KeyForm], owner: String, isImported: Bool) {
    let key = entry.key
    if isImported, GraphForm.graph.contains(where: { $0.name == key.value }) {
      return add(Rule.notInToolsFile.finding("'\(key.value)' cannot stand in an imported file.", at: key.location))
    }
    let near = nearestName(to: key.value, among: keys.map(\.name))
    let known = "one of " + keys.map { "'\($0.name)'" }.joined(separator: ", ") + "."
    let elsewhere = KeyForm.places(of: key.value).map { "It is a key of \($0). Here use \(known)" }
    add(
      Rule.unknownKey.finding(
        "'\(key.value)' is no key of \(owner).", at: key.location, advice: near == nil ? elsewhere ?? "Use \(known)" : nil,
        nearMiss: near))
    if let meant = keys.first(where: { $0.name == near }) { checkEntry(entry, meant.expects) }
  }

  private mutating func reportLater(_ key: WrittenText) {
    add(Rule.notYet.finding("'\(key.value)' is not run by this version yet.", at: key.location))
  }

  // MARK: Nodes

  private mutating func checkNode(_ entry: YAMLEntry) {
    let entries = entry.value.mapping ?? []
    switch NodeVerb.find(in: entries) {
    case .one(let verb):
      checkNode(entry, verb: verb)
    case .none:
      let typo = NodeVerb.misspelt(in: entries)
      add(
        Rule.noVerb.finding(
          "Node '\(entry.key.value)' has no verb.", at: typo?.key.location ?? entry.key.location, nearMiss: typo?.verb))
    case .several(let keys):
      let others = keys.dropFirst().map { Diagnostic.Related(message: "'\($0.value)' is one too.", location: $0.location) }
      let names = keys.map { "'\($0.value)'" }.joined(separator: " and ")
      add(
        Rule.severalVerbs.finding(
          "Node '\(entry.key.value)' has more than one verb: \(names).", at: keys[1].location, related: Array(others.dropFirst()))
      )
    }
  }

  private mutating func checkNode(_ entry: YAMLEntry, verb: Verb) {
    guard let form = VerbForm.of(verb) else { return }
    checkRecord(entry.value, form.allKeys, owner: "the '\(verb.rawValue)' node '\(entry.key.value)'", at: entry.key.location)
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
