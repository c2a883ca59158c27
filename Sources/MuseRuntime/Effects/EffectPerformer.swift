public import Logging
package import MuseDefinition
import MuseExpression
package import MuseInterpreter

/// Calls tools, and says how the calls ended: it never guesses.
///
/// A write that gave no answer is tried again under the same key where its tool allows it; when nobody can tell whether it
/// happened, it is `unsure`. Cancelling the task of a caller does not cut a call off.
public struct EffectPerformer: Sendable {
  public struct Limits: Hashable, Sendable {
    /// For one attempt.
    public var timeout: Duration
    /// How often a read is tried in all, and a write that may be repeated.
    public var readAttempts: Int
    public var writeAttempts: Int
    public var pauseBetweenAttempts: Duration

    public init(
      timeout: Duration = .seconds(10), readAttempts: Int = 2, writeAttempts: Int = 3,
      pauseBetweenAttempts: Duration = .milliseconds(200)
    ) {
      self.timeout = timeout
      self.readAttempts = readAttempts
      self.writeAttempts = writeAttempts
      self.pauseBetweenAttempts = pauseBetweenAttempts
    }
  }

  private let tools: ToolBox
  private let time: any TimeSource
  private let limits: Limits
  private let logger: Logger

  public init(tools: ToolBox, time: any TimeSource, limits: Limits = Limits(), logger: Logger) {
    self.tools = tools
    self.time = time
    self.limits = limits
    self.logger = logger
  }

  /// A call of one thread's turn.
  package struct Order: Sendable {
    let call: Call
    let thread: ThreadID
    let turn: TurnContext
    let graph: ConversationGraph
    /// It had been started before a restart: nobody knows how far it came.
    let isRepetition: Bool

    package init(call: Call, thread: ThreadID, turn: TurnContext, graph: ConversationGraph, isRepetition: Bool) {
      self.call = call
      self.thread = thread
      self.turn = turn
      self.graph = graph
      self.isRepetition = isRepetition
    }
  }

  private enum Attempt {
    case answered(ToolAnswer)
    case notDone(String)
    case unknown(String)
  }

  package func perform(_ order: Order) async -> CallResult {
    let isWrite = order.call.effect == .writes
    guard let tool = tools[order.call.tool], let signature = order.graph.tools[order.call.tool] else {
      return give(up: order, "The tool “\(order.call.tool)” is not bound here.", maybeDone: order.isRepetition)
    }
    if order.isRepetition, isWrite, order.call.repeats == .never {
      return give(up: order, "It was cut off, and may not be repeated.", maybeDone: true)
    }
    var maybeDone = order.isRepetition
    var reason = ""
    for attempt in 0..<attempts(for: order.call) {
      if attempt > 0 { await pause() }
      switch await ask(tool, order) {
      case .answered(let answer):
        return judge(answer, of: order, AnswerCheck(signature: signature, objects: order.graph.objects))
      case .notDone(let why):
        // That *this* attempt did nothing says nothing of one before it.
        if isWrite, !maybeDone { return give(up: order, why, maybeDone: false) }
        reason = why
      case .unknown(let why):
        maybeDone = true
        reason = why
      }
    }
    return give(up: order, reason, maybeDone: maybeDone)
  }

  private func attempts(for call: Call) -> Int {
    switch (call.effect, call.repeats) {
    case (.reads, _): max(1, limits.readAttempts)
    case (.writes, .never): 1
    case (.writes, .sameKey), (.writes, .harmless): max(1, limits.writeAttempts)
    }
  }

  private func pause() async {
    let time = time
    let pause = limits.pauseBetweenAttempts
    // The pause ends early only where the clock itself fails: then the next attempt comes at once.
    _ = await Task { try await time.sleep(for: pause) }.result
  }

  private func ask(_ tool: any Tool, _ order: Order) async -> Attempt {
    let request = request(for: order)
    let attempt = await first(within: limits.timeout, by: time) { () -> Attempt in
      do throws(ToolFailure) {
        return .answered(try await tool.perform(request))
      } catch {
        switch error {
        case .notDone(let reason): return .notDone(reason)
        case .unknown(let reason): return .unknown(reason)
        }
      }
    }
    return attempt ?? .unknown("It did not answer in time.")
  }

  private func request(for order: Order) -> ToolRequest {
    ToolRequest(
      arguments: order.call.arguments, owner: OwnerID(rawValue: order.turn.sender),
      key: "\(order.thread)/\(order.call.id.rawValue)", now: order.turn.now,
      zone: order.turn.zone.flatMap { Zone(named: $0) } ?? order.graph.zone)
  }

  private func judge(_ answer: ToolAnswer, of order: Order, _ check: AnswerCheck) -> CallResult {
    switch check.check(answer) {
    case .success(let answer): return .outcome(answer.outcome, answer.fields)
    case .failure(let mistake): return give(up: order, mistake.sentence, maybeDone: true)
    }
  }

  private func give(up order: Order, _ reason: String, maybeDone: Bool) -> CallResult {
    var metadata: Logger.Metadata = ["thread": "\(order.thread)", "effect": "\(order.call.id.rawValue)"]
    metadata["tool"] = "\(order.call.tool)"
    metadata["reason"] = "\(reason)"
    logger.info("A tool's call failed", metadata: metadata)
    return order.call.effect == .writes && maybeDone ? .unsure(reason: reason) : .failed(reason: reason)
  }
}
