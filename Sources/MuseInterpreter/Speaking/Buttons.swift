import MuseDefinition
import MuseExpression

/// Buttons and attachments: what stands beside a text.
extension TurnMachine {
  /// Those of a `say`, for the question that the turn comes to.
  mutating func show(_ say: SayNode, at node: NodeID) {
    for template in say.buttons {
      guard let label = render(template.label, at: node), let move = move(of: template.press, at: node) else { continue }
      turn.buttons = (turn.buttons ?? []) + [Button(label: label, move: move)]
    }
    for template in say.attachments {
      guard let address = render(template, at: node) else { continue }
      turn.attachments = (turn.attachments ?? []) + [address]
    }
  }

  /// Those of an open question stand as long as it does.
  func buttons(at node: NodeID) -> [Button] {
    if let buttons = turn.buttons { return buttons }
    guard case .waiting(let wait) = turn.origin, wait.node == node else { return [] }
    return wait.buttons
  }

  var shownButtons: [Button] {
    switch state.place {
    case .waiting(let wait): wait.buttons
    case .beginning, .working, .sharing, .ended: turn.buttons ?? []
    }
  }

  /// A button of an older question changes nothing.
  func isOutdated(_ wait: Wait) -> Bool { turn.pressed.map { $0 < wait.question } ?? false }

  private mutating func move(of press: ButtonTemplate.Press, at node: NodeID) -> Move? {
    switch press {
    case .agree: Move(.agree)
    case .refuse: Move(.refuse)
    case .cancel: Move(.cancel)
    case .skip: Move(.skip)
    case .repeat: Move(.repeat)
    case .help: Move(.help)
    case .startOver: Move(.startOver)
    case .none: Move(.none)
    case .intent(let intent): Move(.intent(intent))
    case .tell(let slot, let content): telling(content, at: node).map { Move(.tell(slot, $0, .plain)) }
    }
  }

  /// Nil where its expression has no value: there is nothing to press.
  private mutating func telling(_ content: ButtonTemplate.Content, at node: NodeID) -> Move.Telling? {
    switch content {
    case .written(let value): return .value(value.value(now: turn.now, today: zone.civil(turn.now).date))
    case .part(let part): return part
    case .expression(let expression):
      do {
        return .value(try expression.evaluate(in: context()))
      } catch {
        record(.trouble(node, "a button has no value: \(error.message)"))
        return nil
      }
    }
  }
}
