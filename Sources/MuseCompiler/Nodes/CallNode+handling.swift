import MuseDefinition
import MuseExpression
import MuseSource

/// `timeout`, `retry`, `freely` and `amend`: how a call is gone about.
extension GraphChecker {
  mutating func checkHandling(_ call: NodeDocument.Call, _ tool: ToolSignature) -> (timeout: Duration?, amend: NodeID?) {
    if let attempts = call.attempts, tool.effect == .writes, tool.repeats == .never {
      add(Rule.unrepeatable.finding("'\(tool.id)' says that it must never be repeated.", at: attempts.location))
    }
    if let freely = call.freely { checkFreely(freely, tool) }
    if let amend = call.amend, tool.effect == .reads {
      add(Rule.writesOnly.finding("'amend' stands on a call that only reads.", at: amend.location))
    }
    return (call.timeout.flatMap { checkedDuration($0) }, call.amend.flatMap { resolveNode($0) })
  }

  private mutating func checkFreely(_ reason: WrittenText, _ tool: ToolSignature) {
    if tool.effect == .reads {
      add(Rule.writesOnly.finding("'freely' stands on a call that only reads.", at: reason.location))
    } else if reason.value.allSatisfy(\.isWhitespace) {
      add(Rule.missingValue.finding("'freely' gives no reason.", at: reason.location, advice: "Say why no yes is needed."))
    } else {
      add(Rule.writesFreely.finding("This writes without a yes: \(reason.value)", at: reason.location))
    }
  }

  /// Nil for what is no length of time, or none at all, which is reported.
  mutating func checkedDuration(_ text: WrittenText) -> Duration? {
    if let duration = WrittenLiteral.duration(text.value), duration > .zero { return duration }
    add(Rule.badDuration.finding("'\(text.value)' is no length of time.", at: text.location))
    return nil
  }
}
