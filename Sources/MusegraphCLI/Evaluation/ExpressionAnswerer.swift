import Foundation
import MuseExpression

/// Answers the lines of `musegraph eval --jsonl`, one by one. Types are not checked first.
struct ExpressionAnswerer {
  /// Why a line has no answer.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  private let decoder = JSONDecoder()
  private let encoder = JSONEncoder()
  private let now: Instant
  private let zone: Zone
  private let locale: LocaleID

  init(now: Instant, zone: Zone, locale: LocaleID) {
    self.now = now
    self.zone = zone
    self.locale = locale
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func answer(_ line: String) throws(Malformed) -> String {
    let query: ExpressionQuery
    do {
      query = try decoder.decode(ExpressionQuery.self, from: Data(line.utf8))
    } catch {
      throw Malformed(description: "an object with the texts 'id' and 'expr' is expected, and tagged values as 'bindings'.")
    }
    do {
      return String(decoding: try encoder.encode(answer(query)), as: UTF8.self)
    } catch {
      throw Malformed(description: "the answer cannot be written as JSON.")
    }
  }

  private func answer(_ query: ExpressionQuery) -> ExpressionAnswer {
    let bindings = (query.bindings ?? [:]).mapValues(\.value)
    switch StandardExpression.parse(query.expr, container: query.container ?? "") {
    case .failure(let problems):
      return ExpressionAnswer(id: query.id, error: problems.issues.map { "\($0.message) \($0.advice)" }.joined(separator: " "))
    case .success(let expression):
      do {
        let context = EvaluationContext(now: now, zone: zone, locale: locale) { bindings[$0] }
        return ExpressionAnswer(id: query.id, value: TaggedValue(try expression.evaluate(in: context)))
      } catch {
        return ExpressionAnswer(id: query.id, error: error.message)
      }
    }
  }
}
