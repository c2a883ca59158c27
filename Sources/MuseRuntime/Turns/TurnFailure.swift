/// Why a message got no reply. Nothing of its turn happened, unless a write had begun: then its reply comes later, as a missed
/// one.
public enum TurnFailure: Error, Hashable, Sendable, CaseIterable {
  /// The queue of the thread is full.
  case conversationBusy
  /// The thread has ended for good (`after_end: refuse`).
  case conversationEnded
  /// No language model could make sense of it.
  case languageModelFailed
  case toolFailed
  /// The thread's stored state could not be read: it begins anew.
  case stateRecovered
  /// The store cannot be reached, or does not take it.
  case stateUnavailable
  /// A newer message took its place, or its client has called it off.
  case interrupted
  /// The turn took too long.
  case timedOut
  /// The server is going down.
  case draining
  /// Our own mistake; the log has the rest.
  case internalError
}

extension TurnFailure {
  /// The `error_code` of the wire.
  public var code: String {
    switch self {
    case .conversationBusy: "CONVERSATION_BUSY"
    case .conversationEnded: "CONVERSATION_ENDED"
    case .languageModelFailed: "LLM_PROCESSING_ERROR"
    case .toolFailed: "TOOL_ERROR"
    case .stateRecovered: "STATE_RECOVERED"
    case .stateUnavailable: "STATE_UNAVAILABLE"
    case .interrupted: "TURN_INTERRUPTED"
    case .timedOut: "TURN_TIMEOUT"
    case .draining: "SERVER_DRAINING"
    case .internalError: "INTERNAL_ERROR"
    }
  }

  /// What the person is told. It shows no path, stack, query or secret.
  public var sentence: String {
    switch self {
    case .conversationBusy: "I am still busy with your earlier messages. Please wait for an answer, then send this again."
    case .conversationEnded: "This conversation has ended."
    case .languageModelFailed: "I'm having trouble processing your request. Please try again."
    case .toolFailed: "Something I need did not answer. Please try again."
    case .stateRecovered: "I have lost what we talked about, so we begin anew. Please say again what you want."
    case .stateUnavailable: "I cannot keep what we say just now, so I changed nothing. Please try again in a moment."
    case .interrupted: "I stopped with this message before anything was changed."
    case .timedOut: "That took too long, so I stopped. Please try again."
    case .draining: "I am about to restart. Please send this again in a moment."
    case .internalError: "Something went wrong on my side. Please try again."
    }
  }

  public var isRetrySuggested: Bool {
    switch self {
    case .conversationEnded, .interrupted: false
    case .conversationBusy, .languageModelFailed, .toolFailed, .stateRecovered, .stateUnavailable, .timedOut, .draining,
      .internalError:
      true
    }
  }
}
