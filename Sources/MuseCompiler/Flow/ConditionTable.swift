import MuseDefinition
import MuseExpression

/// How conditions come out for every value that what they read can have: made where these are few (booleans, choices).
struct ConditionTable {
  /// For each combination of values, whether each condition holds; nil where it has no value.
  private let rows: [[Bool?]]

  /// Combinations beyond which a table is not made.
  private static let most = 1024

  /// Nil where they read something with too many values to try them all.
  init?(_ conditions: [CheckedExpression], in scope: Scope) {
    let names = conditions.reduce(into: Set<String>()) { $0.formUnion($1.references) }.sorted()
    let unguarded = conditions.reduce(into: Set<String>()) { $0.formUnion($1.references.subtracting($1.guardedReferences)) }
    var combinations: [[String: Value]] = [[:]]
    for name in names {
      guard let values = Self.values(of: name, in: scope) else { return nil }
      let all = values.map(Value?.some) + (unguarded.contains(name) ? [] : [nil])
      guard combinations.count * all.count <= Self.most else { return nil }
      combinations = combinations.flatMap { combination in
        all.map { value in
          var combination = combination
          combination[name] = value
          return combination
        }
      }
    }
    rows = combinations.map { values in
      let context = EvaluationContext(
        now: Instant(seconds: 0), zone: scope.zone, locale: scope.locales.first ?? "en", objects: scope.objectTypes
      ) { values[$0] }
      return conditions.map { condition in
        // A condition without a value stops the turn: that is another finding's business.
        guard case .bool(let holds)? = try? condition.evaluate(in: context) else { return nil }
        return holds
      }
    }
  }

  private static func values(of name: String, in scope: Scope) -> [Value]? {
    guard let variable = scope.variables[SlotID(rawValue: name)] else { return nil }
    let declined: [Value] = variable.isOptional ? [.empty] : []
    switch variable.type {
    case .boolean: return [.bool(true), .bool(false)] + declined
    case .choice(let words): return words.map(Value.string) + declined
    case .text, .number, .integer, .date, .time, .datetime, .duration, .daterange, .timerange, .email, .phone, .url, .person,
      .list, .optional, .object, nil:
      return nil
    }
  }

  /// One of them holds, whatever comes.
  var isComplete: Bool { rows.allSatisfy { row in row.contains(true) } }

  func isNeverTrue(_ index: Int) -> Bool { rows.allSatisfy { $0[index] == false } }

  /// Where it holds, an earlier one always does.
  func isCovered(_ index: Int) -> Bool { rows.allSatisfy { row in row[index] == false || row[..<index].contains(true) } }
}
