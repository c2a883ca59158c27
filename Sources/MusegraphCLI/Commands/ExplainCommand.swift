import ArgumentParser
import MuseWorkbench

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a finding, an error code, an exit status, or where changes lead in a graph.",
    discussion: """
      What it means, why it is so, a wrong and a right example, and what to do.

        musegraph explain                    everything that can be explained, a line each
        musegraph explain unknown-node       a finding of 'validate'
        musegraph explain CONVERSATION_BUSY  an error code of the wire
        musegraph explain 3                  an exit status
        musegraph explain graph.yaml         what a change of each slot does at each question of a graph
      """)

  @Argument(help: "The name of a finding, an error code or an exit status, or a graph's file; a list of all, if left out.")
  var subject: String?

  func run() throws {
    guard let subject else { return Console.prompt(ExplanationText.list(of: Explanations.all)) }
    let explanation = Explanations.named(subject)
    let isPath = subject.contains("/") || subject.hasSuffix(".yaml") || GraphFiles.isFolder(subject) != nil
    if explanation == nil, isPath {
      return Console.prompt(CorrectionText.text(of: try GraphLoader.sound(subject).graph))
    }
    guard let explanation else {
      let near = Explanations.nearest(to: subject).map { "Did you mean '\($0)'? " } ?? ""
      throw CommandFailure(
        .usage, "There is nothing called '\(subject)' to explain. \(near)'musegraph explain' lists all there is.")
    }
    Console.prompt(ExplanationText.text(of: explanation))
  }
}
