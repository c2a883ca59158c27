import Synchronization

/// A language model that says what it was told to say: for scenarios, `chat` and tests.
///
/// ```swift
/// let model = ScriptedLanguageModel([.init(.reply("It opens at nine.")), .init(.out(["mood": "angry"]), role: "reader")])
/// ```
/// Each request takes the first line left that is for it. With none left it fails for good.
public final class ScriptedLanguageModel: LanguageModel {
  public struct Line: Hashable, Sendable {
    public enum Answer: Hashable, Sendable {
      case reply(String)
      /// The JSON object that was asked for.
      case out(JSONValue)
      /// It looks these up before it answers with its next line.
      case calls([GenerationCall])
      case failure(LanguageModelFailure)
      /// Begins with these words, and then breaks off.
      case breaksOff(after: String)
      /// Never answers.
      case silence
    }

    public var answer: Answer
    /// Nil: for any role.
    public var role: String?
    /// What some message must contain; nil: anything.
    public var hearing: String?

    public init(_ answer: Answer, role: String? = nil, hearing: String? = nil) {
      self.answer = answer
      self.role = role
      self.hearing = hearing
    }

    fileprivate func isFor(_ request: GenerationRequest) -> Bool {
      (role == nil || role == request.role) && (hearing.map(request.contains) ?? true)
    }
  }

  private struct State {
    var lines: [Line]
    var requests: [GenerationRequest] = []
  }

  public let name: String
  private let state: Mutex<State>

  public init(_ lines: [Line] = [], name: String = "scripted") {
    self.name = name
    self.state = Mutex(State(lines: lines))
  }

  /// Puts lines behind those that are left.
  public func add(_ lines: [Line]) { state.withLock { $0.lines += lines } }

  /// The lines that nobody asked for yet.
  public var linesLeft: [Line] { state.withLock { $0.lines } }

  /// Drops the lines that are left.
  public func clear() { state.withLock { $0.lines = [] } }

  /// All that it was asked, oldest first.
  public var requests: [GenerationRequest] { state.withLock { $0.requests } }

  public func generate(_ request: GenerationRequest) -> AsyncThrowingStream<GenerationPiece, any Error> {
    let line = state.withLock { state -> Line? in
      state.requests.append(request)
      guard let index = state.lines.firstIndex(where: { $0.isFor(request) }) else { return nil }
      return state.lines.remove(at: index)
    }
    return AsyncThrowingStream { continuation in
      switch line?.answer {
      case .reply(let text): continuation.say(text)
      case .out(let value): continuation.say(value.text)
      case .calls(let calls):
        for call in calls { continuation.yield(.call(call)) }
        continuation.end()
      case .failure(let failure): continuation.finish(throwing: failure)
      case .breaksOff(let text):
        continuation.yield(.text(text))
        continuation.finish(throwing: LanguageModelFailure.transient(reason: "It broke off."))
      case .silence: break
      case nil: continuation.finish(throwing: LanguageModelFailure.permanent(reason: "Nothing is scripted for this request."))
      }
    }
  }
}

extension AsyncThrowingStream<GenerationPiece, any Error>.Continuation {
  /// Word by word, as others do.
  fileprivate func say(_ text: String) {
    var rest = text[...]
    while !rest.isEmpty {
      let end = rest.dropFirst().firstIndex(of: " ") ?? rest.endIndex
      yield(.text(String(rest[..<end])))
      rest = rest[end...]
    }
    end()
  }

  fileprivate func end() {
    yield(.ended(.complete))
    finish()
  }
}

extension GenerationRequest {
  fileprivate func contains(_ words: String) -> Bool {
    messages.contains { message in
      switch message {
      case .instructions(let text), .person(let text), .assistant(let text, _), .answer(let text, _): text.contains(words)
      }
    }
  }
}
