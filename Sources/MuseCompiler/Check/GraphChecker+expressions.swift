import MuseDefinition
import MuseExpression
import MuseSource

extension GraphChecker {
  /// Checks an expression; its findings point into the author's file.
  mutating func checkExpression(
    _ text: WrittenText, expecting expected: ValueType?, in environment: TypeEnvironment
  ) -> CheckedExpression? {
    switch CheckedExpression.check(text.value, expecting: expected, in: environment) {
    case .success(let expression):
      mention(expression.references)
      note(expression.unguardedReads, in: text)
      return expression
    case .failure(let problems):
      report(problems, in: text)
      return nil
    }
  }

  mutating func checkTemplate(_ text: WrittenText, in environment: TypeEnvironment) -> TextTemplate? {
    switch TextTemplate.check(text.value, in: environment) {
    case .success(let template):
      mention(template.references)
      note(template.unguardedReads, in: text)
      return template
    case .failure(let problems):
      report(problems, in: text)
      return nil
    }
  }

  /// `was.start` is a use of `start`, too.
  private mutating func mention(_ names: Set<String>) {
    let past = names.compactMap { $0.hasPrefix("was.") ? String($0.dropFirst(4)) : nil }
    mentioned.formUnion(names)
    mentioned.formUnion(past)
    pastMentioned.formUnion(past)
  }

  private mutating func note(_ found: [CheckedExpression.Read], in text: WrittenText) {
    reads += found.compactMap { read in
      let id = SlotID(rawValue: read.name)
      return scope.variables[id].map { _ in NodeDraft.Read(variable: id, location: text.location(of: read.offsets)) }
    }
  }

  /// Checks, and gives the slots and facts that are read where they must be set. What does not check reads nothing.
  mutating func reading<Checked>(_ check: (inout GraphChecker) -> Checked) -> (checked: Checked, reads: [NodeDraft.Read]) {
    let outer = reads
    reads = []
    defer { reads = outer }
    let checked = check(&self)
    return (checked, reads)
  }

  private mutating func report(_ problems: ExpressionIssues, in text: WrittenText) {
    hasBrokenExpressions = true
    for issue in problems.issues {
      let rule =
        switch issue.kind {
        case .syntax: Rule.expressionSyntax
        case .unknownName: Rule.unknownName
        case .type: Rule.wrongType
        case .notAllowed: Rule.notAllowed
        }
      // Where there is a near miss its line says what the advice would say again.
      let advice = issue.advice.isEmpty || issue.nearMiss != nil ? nil : issue.advice.replacing("\"", with: "'")
      // Findings quote names in single quotes throughout; expressions are quoted in double ones by their authors.
      let message = issue.message.replacing("\"", with: "'")
      add(rule.finding(message, at: text.location(of: issue.offsets), advice: advice, nearMiss: issue.nearMiss))
    }
  }

  /// Nil where any part of it is wrong.
  mutating func checkSpoken(_ text: SpokenDocument, in environment: TypeEnvironment) -> SpokenText? {
    switch text {
    case .variants(let texts, _):
      let variants = texts.map { checkTemplate($0, in: environment) }
      guard let locale = scope.locales.first, variants.allSatisfy({ $0 != nil }) else { return nil }
      return SpokenText(variants: [locale: variants.compactMap(\.self)])
    case .byLocale(let entries):
      return checkLocales(entries, in: environment)
    }
  }

  private mutating func checkLocales(
    _ entries: [(locale: WrittenText, variants: [WrittenText], isList: Bool)], in environment: TypeEnvironment
  ) -> SpokenText? {
    var spoken = SpokenText(variants: [:])
    for entry in entries {
      let locale = LocaleID(rawValue: entry.locale.value)
      if !scope.locales.contains(locale) {
        add(
          Rule.unknownLocale.finding(
            "'\(entry.locale.value)' is none of the graph's locales.", at: entry.locale.location,
            nearMiss: nearMiss(to: entry.locale.value, among: scope.locales.map(\.rawValue))))
      }
      spoken.variants[locale] = entry.variants.compactMap { checkTemplate($0, in: environment) }
    }
    if let first = scope.locales.first, spoken.variants[first] == nil, let place = entries.first?.locale.location {
      add(Rule.missingLocale.finding("The text has no '\(first.rawValue)', which all others fall back to.", at: place))
    }
    return spoken
  }
}
