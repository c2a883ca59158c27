import MuseInterpreter
import Synchronization
import Tracing

/// One attempt at a language model, by the names that OpenTelemetry has for it.
///
/// Source: https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans/. What is asked and answered is left out.
final class ModelSpan: Sendable {
  let span: OpenSpan
  /// All of its requests together; nil: the service has not said.
  private let usage = Mutex<TokenUsage?>(nil)

  init(of dialogue: GenerationDialogue, attempt: Int, in parent: OpenSpan) {
    let model = dialogue.model.name
    let output =
      switch dialogue.generation.product {
      case .reply: "text"
      case .out: "json"
      }
    span = parent.child(
      "chat \(model)", kind: .client,
      [
        "gen_ai.operation.name": "chat", "gen_ai.request.model": .string(model), "gen_ai.output.type": .string(output),
        "musegraph.role": .string(dialogue.generation.role), "musegraph.effect": .int64(Int64(dialogue.generation.id.rawValue)),
        "musegraph.attempt": .int64(Int64(attempt)),
      ])
  }

  func note(_ more: TokenUsage) {
    usage.withLock { usage in
      usage = TokenUsage(input: (usage?.input ?? 0) + more.input, output: (usage?.output ?? 0) + more.output)
    }
  }

  /// - Parameter type: nil: it has not failed.
  func end(failed type: String?) {
    if let usage = usage.withLock({ $0 }) {
      span.note([
        "gen_ai.usage.input_tokens": .int64(Int64(usage.input)), "gen_ai.usage.output_tokens": .int64(Int64(usage.output)),
      ])
    }
    if let type { span.end(failed: type) } else { span.end() }
  }
}
