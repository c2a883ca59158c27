import MuseDefinition
import MuseExpression

/// Values that stand, moved by what was said.
extension Teller {
  /// "half an hour later", "15 minutes longer": what stands, moved. Empty where nothing stands; nil where nothing is moved.
  func shift(_ finding: Finding) -> [Told]? {
    guard case .duration(let duration) = finding.reading else { return nil }
    let word = message.word(finding.tokens.upperBound)
    let tokens = finding.tokens.lowerBound..<min(finding.tokens.upperBound + 1, message.tokens.count)
    if let sign = context.times.stretches[word] { return stretched(by: duration * sign, tokens) }
    guard let sign = context.times.shifts[word] else { return nil }
    let standing = scope.focus.lazy.compactMap { id in self.awaiting.slots.first { $0.id == id } }.compactMap { slot -> Told? in
      guard case .timestamp(let instant) = slot.value, let moved = instant.adding(duration * sign) else { return nil }
      return Told(slot: slot.id, telling: .value(.timestamp(moved)), tokens: tokens)
    }
    return standing.first.map { [$0] } ?? []
  }

  private func stretched(by duration: Duration, _ tokens: Range<Int>) -> [Told] {
    for slot in scope.focus.compactMap(graph.slot) where slot.type == .duration {
      guard case .duration(let standing)? = standingValue(of: slot), standing + duration > .zero else { continue }
      return [Told(slot: slot.id, telling: .value(.duration(standing + duration)), tokens: tokens)]
    }
    return []
  }

  private func standingValue(of slot: Slot) -> Value? {
    if let value = awaiting.slots.first(where: { $0.id == slot.id })?.value { return value }
    return if case .value(let value)? = slot.defaultValue { value } else { nil }
  }
}
