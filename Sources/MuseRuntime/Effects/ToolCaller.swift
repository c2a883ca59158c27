import Logging
import MuseDefinition
import MuseExpression
import MuseInterpreter
import Tracing

/// Calls tools, and says how the calls ended: it never guesses.
///
/// A write that gave no answer is tried again under the same key where its tool allows it; when nobody can tell whether it
/// happened, it is `unsure`. Cancelling the task of a caller cuts a read off, and nothing else.
struct ToolCaller: Sendable {
  typealias Order = EffectPerformer.Order

  let tools: ToolBox
  let time: any TimeSource
  let limits: EffectPerformer.Limits
  let logger: Logger

  private enum Attempt {
    case answered(ToolAnswer)
    case notDone(String)
    case unknown(String)
  }

  func perform(_ call: Call, for order: Order) async -> CallResult {
    let isWrite = call.effect == .writes
    guard let tool = tools[call.tool], let signature = order.graph.tools[call.tool] else {
      return give(up: call, order, "The tool “\(call.tool)” is not bound here.", maybeDone: order.isRepetition)
    }
    if order.isRepetition, isWrite, call.repeats == .never {
      return give(up: call, order, "It was cut off, and may not be repeated.", maybeDone: true)
    }
    var maybeDone = order.isRepetition
    var reason = ""
    for attempt in 0..<attempts(for: call) {
      if attempt > 0, !isWrite, Task.isCancelled { break }
      if attempt > 0 { await pause() }
      switch await ask(tool, call, order, attempt: attempt + 1) {
      case .answered(let answer):
        return judge(answer, of: call, order, AnswerCheck(signature: signature, objects: order.graph.objects))
      case .notDone(let why):
        // That *this* attempt did nothing says nothing of one before it.
        if isWrite, !maybeDone { return give(up: call, order, why, maybeDone: false) }
        reason = why
      case .unknown(let why):
        maybeDone = true
        reason = why
      }
    }
    return give(up: call, order, reason, maybeDone: maybeDone)
  }

  /// As the graph has it, else as the settings have it; a write that may not be repeated once in any case.
  private func attempts(for call: Call) -> Int {
    switch (call.effect, call.repeats) {
    case (.reads, _): max(1, call.attempts ?? limits.readAttempts)
    case (.writes, .never): 1
    case (.writes, .sameKey), (.writes, .harmless): max(1, call.attempts ?? limits.writeAttempts)
    }
  }

  private func pause() async {
    let time = time
    let pause = limits.pauseBetweenAttempts
    // The pause ends early only where the clock itself fails: then the next attempt comes at once.
    _ = await Task { try await time.sleep(for: pause) }.result
  }

  private func ask(_ tool: any Tool, _ call: Call, _ order: Order, attempt: Int) async -> Attempt {
    var request = ToolRequest(
      arguments: call.arguments, owner: OwnerID(rawValue: order.turn.sender), key: "\(order.thread)/\(call.id.rawValue)",
      now: order.turn.now, zone: order.zone)
    guard let span = order.trace?.child("call \(call.tool)", kind: .client, attributes(of: call, request, attempt)) else {
      return await ask(tool, call, request)
    }
    request.trace = span.fields
    let ended = await ask(tool, call, request)
    switch ended {
    case .answered(let answer):
      span.note(["musegraph.tool.outcome": .string(answer.outcome.rawValue)])
      span.end()
    case .notDone: span.end(failed: "not_done")
    case .unknown: span.end(failed: "unknown")
    }
    return ended
  }

  private func attributes(of call: Call, _ request: ToolRequest, _ attempt: Int) -> SpanAttributes {
    [
      "musegraph.tool": .string(call.tool.rawValue), "musegraph.effect": .int64(Int64(call.id.rawValue)),
      "musegraph.idempotency_key": .string(request.key), "musegraph.attempt": .int64(Int64(attempt)),
      "musegraph.writes": .bool(call.effect == .writes),
    ]
  }

  private func ask(_ tool: any Tool, _ call: Call, _ request: ToolRequest) async -> Attempt {
    let limit = call.timeout.map { Duration.milliseconds($0) } ?? limits.timeout
    let attempt = await first(within: limit, by: time, mayBeCutOff: call.effect == .reads) { () -> Attempt in
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

  private func judge(_ answer: ToolAnswer, of call: Call, _ order: Order, _ check: AnswerCheck) -> CallResult {
    switch check.check(answer) {
    case .success(let answer): return .outcome(answer.outcome, answer.fields)
    case .failure(let mistake): return give(up: call, order, mistake.sentence, maybeDone: true)
    }
  }

  private func give(up call: Call, _ order: Order, _ reason: String, maybeDone: Bool) -> CallResult {
    logger.log(
      .info, "A tool's call failed", in: order.trace,
      order.place.merging(["tool": "\(call.tool)", "reason": "\(reason)"]) { $1 })
    return call.effect == .writes && maybeDone ? .unsure(reason: reason) : .failed(reason: reason)
  }
}
