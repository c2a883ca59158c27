/// A text with `{expression}` parts, checked. `{{` and `}}` stand for the braces themselves.
///
/// ```swift
/// let text = try TextTemplate.check("{title}, {start}{maybe(', at ', place)}.", in: environment).get()
/// try text.render(in: context)  // Design review, Friday 27 November at 3 pm.
/// ```
public struct TextTemplate: Hashable, Sendable {
  public enum Part: Hashable, Sendable {
    case literal(String)
    case expression(CheckedExpression)
  }

  public let source: String
  public let parts: [Part]
  /// Where each part's expression begins in the source.
  private let offsets: [Int]

  /// Parses and checks; offsets of issues count in Unicode scalars of the whole text.
  public static func check(
    _ source: String, in environment: TypeEnvironment
  ) -> Result<TextTemplate, ExpressionIssues> {
    var issues: [ExpressionIssue] = []
    var parts: [Part] = []
    var offsets: [Int] = []
    for piece in TemplatePiece.pieces(of: source, issues: &issues) {
      switch piece {
      case .literal(let text):
        parts.append(.literal(text))
        offsets.append(0)
      case .expression(let text, let offset):
        switch CheckedExpression.check(text, expecting: nil, in: environment) {
        case .success(let expression):
          parts.append(.expression(expression))
          offsets.append(offset)
        case .failure(let found): issues += found.issues.map { $0.moved(by: offset) }
        }
      }
    }
    guard issues.isEmpty else {
      return .failure(ExpressionIssues(issues.sorted { $0.offsets.lowerBound < $1.offsets.lowerBound }))
    }
    return .success(TextTemplate(source: source, parts: parts, offsets: offsets))
  }

  private init(source: String, parts: [Part], offsets: [Int]) {
    self.source = source
    self.parts = parts
    self.offsets = offsets
  }

  /// A text that holds no expression: shown as it stands.
  public init(literal: String) {
    self.init(source: literal, parts: [.literal(literal)], offsets: [0])
  }

  /// The variables that it reads.
  public var references: Set<String> { expressions.reduce(into: []) { $0.formUnion($1.references) } }

  /// The first place of each variable that is read where it must be set. Offsets count in Unicode scalars of the whole text.
  public var unguardedReads: [CheckedExpression.Read] {
    var reads: [CheckedExpression.Read] = []
    for (part, offset) in zip(parts, offsets) {
      guard case .expression(let expression) = part else { continue }
      for read in expression.unguardedReads where !reads.contains(where: { $0.name == read.name }) {
        reads.append(.init(name: read.name, offsets: read.offsets.lowerBound + offset..<read.offsets.upperBound + offset))
      }
    }
    return reads
  }

  /// The variables that may be unset wherever they are read.
  public var guardedReferences: Set<String> { references.subtracting(unguardedReads.map(\.name)) }

  private var expressions: [CheckedExpression] {
    parts.compactMap { if case .expression(let expression) = $0 { expression } else { nil } }
  }

  /// Values print by type and locale (LANGUAGE, "Writing it", 6). Offsets of errors count in Unicode scalars of the whole text.
  public func render(in context: EvaluationContext) throws(EvaluationError) -> String {
    try render(
      in: context,
      with: ValueFormatter(now: context.now, zone: context.zone, locale: context.locale, objects: context.objects))
  }

  func render(in context: EvaluationContext, with formatter: ValueFormatter) throws(EvaluationError) -> String {
    var output = ""
    var spoken = context
    spoken.variable = { context.wording($0) ?? context.variable($0) }
    for (part, offset) in zip(parts, offsets) {
      switch part {
      case .literal(let text): output += text
      case .expression(let expression):
        do {
          output += formatter.text(try expression.evaluate(in: expression.onlyShows ? spoken : context))
        } catch {
          throw EvaluationError(error.message, at: error.offset + offset)
        }
      }
    }
    return output
  }
}

extension ExpressionIssue {
  fileprivate func moved(by offset: Int) -> ExpressionIssue {
    var issue = self
    issue.offsets = (offsets.lowerBound + offset)..<(offsets.upperBound + offset)
    return issue
  }
}
