import ArgumentParser
import MuseWorkbench

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a finding, an error code or an exit status.",
    discussion: """
      What it means, why it is so, a wrong and a right example, and what to do.

        musegraph explain                    everything that can be explained, a line each
        musegraph explain unknown-node       a finding of 'validate'
        musegraph explain CONVERSATION_BUSY  an error code of the wire
        musegraph explain 3                  an exit status
      """)

  @Argument(help: "The name of a finding, an error code or an exit status; all of them, if left out.")
  var subject: String?

  func run() throws {
    guard let subject else { return Console.prompt(ExplanationText.list(of: Explanations.all)) }
    guard let explanation = Explanations.named(subject) else {
      let near = Explanations.nearest(to: subject).map { "Did you mean '\($0)'? " } ?? ""
      throw CommandFailure(
        .usage, "There is nothing called '\(subject)' to explain. \(near)'musegraph explain' lists all there is.")
    }
    Console.prompt(ExplanationText.text(of: explanation))
  }
}
