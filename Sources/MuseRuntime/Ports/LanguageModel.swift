/// A language model behind whatever service runs it. It never chooses a node: it speaks, or gives values of declared types.
///
/// ```swift
/// for try await piece in model.generate(request) {
///   if case .text(let words) = piece { print(words, terminator: "") }
/// }
/// ```
/// Every implementation passes the suite in `Tests/MuseRuntimeTests/LanguageModelConformance.swift`; `ScriptedLanguageModel` is the
/// one without a network.
public protocol LanguageModel: Sendable {
  /// As its service calls it, for the log.
  var name: String { get }

  /// Streams what is generated: pieces of text and whole calls of tools, and as the last piece how it ended. It makes one request:
  /// who calls it repeats.
  ///
  /// The stream fails with `LanguageModelFailure`; any other error counts as transient. Whoever stops reading has given the request
  /// up: nothing of it goes on.
  func generate(_ request: GenerationRequest) -> AsyncThrowingStream<GenerationPiece, any Error>
}

/// What a language model is asked for.
public struct GenerationRequest: Hashable, Sendable {
  public enum Output: Hashable, Sendable {
    /// Words for a person.
    case text
    /// One JSON object that fits the schema (JSON Schema 2020-12). What comes is checked: a service that cannot hold a model to a
    /// schema may show it the schema.
    case json(schema: JSONValue)
  }

  /// The name by which the graph asks for it.
  public var role: String
  public var messages: [GenerationMessage]
  public var output: Output
  /// What it may look up before it answers.
  public var tools: [GenerationTool]
  /// The trace in which it is made, to be passed on to the service; nil: nobody traces.
  public var trace: TraceFields?

  public init(role: String, messages: [GenerationMessage], output: Output = .text, tools: [GenerationTool] = []) {
    self.role = role
    self.messages = messages
    self.output = output
    self.tools = tools
  }
}

/// One message of what a language model is shown.
public enum GenerationMessage: Hashable, Sendable {
  /// What it is to do, from the author of the graph.
  case instructions(String)
  case person(String)
  /// What the graph, the staff or the language model itself has said, with what it asked to look up.
  case assistant(String, calls: [GenerationCall] = [])
  /// What a call came to, in JSON.
  case answer(String, to: GenerationCall.ID)
}

/// A read that a language model may ask for.
public struct GenerationTool: Hashable, Sendable {
  /// Of `[a-zA-Z0-9_]`, as services want it.
  public var name: String
  public var summary: String
  /// JSON Schema of its parameters: an object.
  public var parameters: JSONValue

  public init(name: String, summary: String, parameters: JSONValue) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
  }
}

/// A read that a language model asks for.
public struct GenerationCall: Hashable, Sendable {
  public typealias ID = String

  public var id: ID
  public var tool: String
  public var arguments: JSONValue

  public init(id: ID, tool: String, arguments: JSONValue) {
    self.id = id
    self.tool = tool
    self.arguments = arguments
  }
}

/// What comes from a language model, piece by piece.
public enum GenerationPiece: Hashable, Sendable {
  /// The next words.
  case text(String)
  /// Complete, with its arguments.
  case call(GenerationCall)
  case usage(TokenUsage)
  /// The last piece.
  case ended(GenerationEnd)
}

public enum GenerationEnd: Hashable, Sendable {
  /// It said all it had to say, or asked for calls.
  case complete
  /// It was cut off at its longest.
  case cutOff
  /// The service keeps the answer back.
  case withheld
}

public struct TokenUsage: Hashable, Sendable {
  public var input: Int
  public var output: Int

  public init(input: Int, output: Int) {
    self.input = input
    self.output = output
  }
}

/// Why a language model gave no answer.
public enum LanguageModelFailure: Error, Hashable, Sendable {
  /// The same request may succeed later: a busy service, a broken connection. `after`: not before that time is over.
  case transient(reason: String, after: Duration? = nil)
  /// The same request will fail again: a wrong key, a request that is too long.
  case permanent(reason: String)
}
