import Logging
import MuseDefinition
import MuseExpression
import MuseInterpreter

/// Gets from language models what a graph asks for: the next one where one fails, again where that may help.
///
/// It ends as `reply` with `text`, as `out` with the values, as `without` where no language model is configured for the role, or
/// has failed.
struct Generator: Sendable {
  let models: LanguageModelBox
  let tools: ToolCaller
  let time: any TimeSource
  let limits: EffectPerformer.ModelLimits
  let logger: Logger

  private enum Attempt {
    case made(CallResult)
    case failed(LanguageModelFailure)
  }

  func perform(_ generation: Generation, for order: EffectPerformer.Order) async -> CallResult {
    guard let node = order.graph.nodes[generation.node]?.kind.languageModel else {
      return .failed(reason: "“\(generation.node)” asks no language model.")
    }
    let candidates = models[generation.role]
    guard !candidates.isEmpty else { return .outcome(.without, [:]) }
    var reason = ""
    for model in candidates where !Task.isCancelled {
      let dialogue = GenerationDialogue(
        model: model, generation: generation, node: node, order: order, tools: tools, limits: limits)
      switch await ask(dialogue) {
      case .made(let result): return result
      case .failed(.transient(let why, _)), .failed(.permanent(let why)):
        report(model, order, why)
        reason = why
      }
    }
    return .failed(reason: reason)
  }

  /// One language model, as often as it may help.
  private func ask(_ dialogue: GenerationDialogue) async -> Attempt {
    var failure = LanguageModelFailure.transient(reason: "It was not asked.")
    for attempt in 0..<max(1, limits.attempts) {
      if attempt > 0 {
        await dialogue.withdraw()
        await pause(before: attempt, after: failure)
      }
      switch await hold(dialogue, attempt: attempt + 1) {
      case .made(let result): return .made(result)
      case .failed(let why):
        failure = why
        if case .permanent = why { return .failed(await withdrawn(why, dialogue)) }
        if Task.isCancelled { return .failed(why) }
      }
    }
    return .failed(await withdrawn(failure, dialogue))
  }

  private func withdrawn(_ failure: LanguageModelFailure, _ dialogue: GenerationDialogue) async -> LanguageModelFailure {
    await dialogue.withdraw()
    return failure
  }

  private func hold(_ dialogue: GenerationDialogue, attempt: Int) async -> Attempt {
    guard let trace = dialogue.order.trace else { return await hold(dialogue) }
    let span = ModelSpan(of: dialogue, attempt: attempt, in: trace)
    var dialogue = dialogue
    dialogue.attempt = span
    let ended = await hold(dialogue)
    switch ended {
    case .made: span.end(failed: nil)
    case .failed(.transient): span.end(failed: "transient")
    case .failed(.permanent): span.end(failed: "permanent")
    }
    return ended
  }

  private func hold(_ dialogue: GenerationDialogue) async -> Attempt {
    let attempt = await first(within: limits.timeout, by: time, mayBeCutOff: true) { () -> Attempt in
      do {
        return .made(try await dialogue.hold())
      } catch let failure as LanguageModelFailure {
        return .failed(failure)
      } catch {
        return .failed(.transient(reason: "\(error)"))
      }
    }
    return attempt ?? .failed(.transient(reason: "It did not answer in time."))
  }

  /// Twice as long each time, or as long as the service wants.
  private func pause(before attempt: Int, after failure: LanguageModelFailure) async {
    var pause = limits.pauseBetweenAttempts * (1 << min(attempt - 1, 6))
    if case .transient(_, let wanted?) = failure { pause = min(max(pause, wanted), limits.timeout) }
    let time = time
    let length = pause
    // The pause ends early only where the clock itself fails: then the next attempt comes at once.
    _ = await Task { try await time.sleep(for: length) }.result
  }

  private func report(_ model: any LanguageModel, _ order: EffectPerformer.Order, _ reason: String) {
    logger.log(
      .warning, "A language model failed", in: order.trace,
      order.place.merging(["model": "\(model.name)", "reason": "\(reason)"]) { $1 })
  }
}
