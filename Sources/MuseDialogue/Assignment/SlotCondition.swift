import MuseDefinition
import MuseExpression

/// A slot's own condition (`where`), asked of values before they are told: it decides between readings that are otherwise fit.
struct SlotCondition {
  let context: RecognitionContext
  let awaiting: Awaiting
  let slot: Slot

  /// A condition that cannot be judged yet refuses nothing: the interpreter checks it when the value is offered.
  func fits(_ value: Value) -> Bool {
    guard let condition = slot.condition else { return true }
    let name = slot.id.rawValue
    var known = Dictionary(awaiting.slots.compactMap { slot in slot.value.map { (slot.id.rawValue, $0) } }) { first, _ in first }
    known["now"] = .timestamp(context.now)
    known["today"] = .date(context.today)
    let seen = known
    let evaluation = EvaluationContext(now: context.now, zone: context.zone, locale: context.locale) { variable in
      variable == name ? value : seen[variable]
    }
    do {
      return try condition.evaluate(in: evaluation) != .bool(false)
    } catch {
      return true
    }
  }
}
