public import Logging
package import MuseDefinition
import MuseExpression
public import MuseInterpreter

/// Does what threads ask for: calls tools, asks language models, fetches people. It says how each ended, and never guesses.
public struct EffectPerformer: Sendable {
  public struct Limits: Hashable, Sendable {
    /// For one attempt.
    public var timeout: Duration
    /// How often a read is tried in all, and a write that may be repeated.
    public var readAttempts: Int
    public var writeAttempts: Int
    public var pauseBetweenAttempts: Duration
    public var models: ModelLimits

    public init(
      timeout: Duration = .seconds(10), readAttempts: Int = 2, writeAttempts: Int = 3,
      pauseBetweenAttempts: Duration = .milliseconds(200), models: ModelLimits = ModelLimits()
    ) {
      self.timeout = timeout
      self.readAttempts = readAttempts
      self.writeAttempts = writeAttempts
      self.pauseBetweenAttempts = pauseBetweenAttempts
      self.models = models
    }
  }

  /// For language models.
  public struct ModelLimits: Hashable, Sendable {
    /// For one attempt, with all that is looked up in it.
    public var timeout: Duration
    /// How often each of a role is asked.
    public var attempts: Int
    /// Before the second attempt; doubled with each.
    public var pauseBetweenAttempts: Duration
    /// How often it may look something up before it must answer.
    public var rounds: Int
    /// Of one answer, in bytes of UTF-8.
    public var longestText = 100_000
    /// Of one answer: what it wants to be looked up.
    public var mostCalls = 32

    public init(
      timeout: Duration = .seconds(30), attempts: Int = 2, pauseBetweenAttempts: Duration = .milliseconds(500), rounds: Int = 4
    ) {
      self.timeout = timeout
      self.attempts = attempts
      self.pauseBetweenAttempts = pauseBetweenAttempts
      self.rounds = rounds
    }
  }

  private let tools: ToolCaller
  private let generator: Generator
  private let desk: HandoffDesk?

  /// - Parameter desk: who may take over; nil: nobody.
  public init(
    tools: ToolBox, models: LanguageModelBox = LanguageModelBox(), desk: HandoffDesk? = nil, time: any TimeSource,
    limits: Limits = Limits(), logger: Logger
  ) {
    self.tools = ToolCaller(tools: tools, time: time, limits: limits, logger: logger)
    self.generator = Generator(models: models, tools: self.tools, time: time, limits: limits.models, logger: logger)
    self.desk = desk
  }

  /// A piece of work of one thread's turn.
  package struct Order: Sendable {
    package let work: Work
    let thread: ThreadID
    let turn: TurnContext
    /// The one that asks for it: the thread's, or one that it runs.
    let graph: ConversationGraph
    /// It had been started before a restart: nobody knows how far it came.
    let isRepetition: Bool
    /// Of the turn, for the log.
    let number: ReplyID
    /// The node that asks for it; nil: nobody traces.
    var trace: OpenSpan?
    /// Hears what is streamed.
    let listen: @Sendable (StreamedSpeech) async -> Void

    package init(
      work: Work, thread: ThreadID, turn: TurnContext, graph: ConversationGraph, isRepetition: Bool,
      listen: @escaping @Sendable (StreamedSpeech) async -> Void = { _ in }
    ) {
      self.init(
        work: work, thread: thread, turn: turn, graph: graph, isRepetition: isRepetition, number: .none, trace: nil,
        listen: listen)
    }

    init(
      work: Work, thread: ThreadID, turn: TurnContext, graph: ConversationGraph, isRepetition: Bool, number: ReplyID,
      trace: OpenSpan?, listen: @escaping @Sendable (StreamedSpeech) async -> Void
    ) {
      self.work = work
      self.thread = thread
      self.turn = turn
      self.graph = graph
      self.isRepetition = isRepetition
      self.number = number
      self.trace = trace
      self.listen = listen
    }

    /// What a line of the log says of it.
    var place: Logger.Metadata {
      ["thread": "\(thread)", "turn": "\(number.rawValue)", "node": "\(work.node)", "effect": "\(work.id.rawValue)"]
    }

    var zone: Zone { turn.zone.flatMap { Zone(named: $0) } ?? graph.zone }
  }

  package func perform(_ order: Order) async -> CallResult {
    switch order.work {
    case .call(let call): await tools.perform(call, for: order)
    case .generate(let generation): await generator.perform(generation, for: order)
    case .handoff(let request): .outcome(await desk?.receive(request, from: order.thread) ?? .unstaffed, [:])
    }
  }
}

/// What a language model says while it is still at it: provisional until the reply is stored.
public enum StreamedSpeech: Hashable, Sendable {
  /// The next words.
  case said(EffectID, String)
  /// What came so far does not count: it begins anew, or was given up.
  case withdrawn(EffectID)
}
