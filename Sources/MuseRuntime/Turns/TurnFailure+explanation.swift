/// What `musegraph explain` and the reference say of a failed turn.
extension TurnFailure {
  /// What it means and why, in whole sentences.
  package var meaning: String {
    switch self {
    case .conversationBusy:
      """
      Too many messages of this conversation wait for their turn already. A conversation has one turn at a time, and its queue is \
      bounded.
      """
    case .conversationEnded: "The conversation has ended for good: its last node says 'after_end: refuse'."
    case .languageModelFailed:
      """
      No language model that was tried gave an answer that could be used, and the graph names no way for it. The conversation waits \
      where it waited.
      """
    case .toolFailed: "A tool failed, and the graph names no way for it. The conversation waits where it waited."
    case .stateRecovered:
      "What was stored of the conversation could not be read. It was set aside, not deleted, and the conversation begins anew."
    case .stateUnavailable:
      "The store cannot be reached or does not take it. A message is never half done, so nothing of it was done."
    case .interrupted:
      """
      A newer message came during the turn, and the graph says 'on_busy: interrupt'; or the client has called the turn off \
      ('cancel_turn'). Nothing of the turn happened.
      """
    case .timedOut: "The turn took longer than a turn may take. It was undone; a write that had begun goes on to its end."
    case .draining: "The server is about to stop: running turns end, no others begin."
    case .internalError: "It is a mistake of musegraph itself. Nothing of the turn happened."
    }
  }

  package var advice: String {
    switch self {
    case .conversationBusy: "Wait for an answer, then send the message again."
    case .conversationEnded: "Connect with another client id, or leave 'after_end' out of the graph."
    case .languageModelFailed: "Send the message again. In the graph, give the 'llm' node a 'failed' or a 'without'."
    case .toolFailed: "Send the message again. In the graph, say under 'next' or 'otherwise' where 'failed' leads."
    case .stateRecovered: "Say again what you want. Whoever runs the server finds the reason in its log, marked as critical."
    case .stateUnavailable: "Send the message again in a moment. Whoever runs the server looks at its store."
    case .interrupted: "Nothing: the newer message is answered. What was called off may be said again."
    case .timedOut: "Send the message again. Whoever runs the server looks for a tool that does not answer."
    case .draining: "Connect and send the message again in a moment."
    case .internalError: "Send the message again. Whoever runs the server finds the reason in its log, and reports it."
    }
  }
}
