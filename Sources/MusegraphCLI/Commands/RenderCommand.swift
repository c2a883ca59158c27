import ArgumentParser
import MuseWorkbench

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw a graph as a Mermaid flowchart.",
    discussion: """
      The drawing goes to stdout; GitHub, many editors and https://mermaid.live show it. The same graph gives the same text.

        musegraph render graph.yaml > graph.mmd

      Shapes tell the verb, edges carry the outcome. Dotted are the edges that no node spells out: those of 'otherwise', \
      digressions and cancel. A thick border marks a tool that writes.
      """)

  @Argument(help: "The graph file, or a folder with one graph.")
  var path: String

  @Flag(help: "Draw where a change of what was said leads at each question, too.")
  var corrections = false

  func run() throws {
    let graph = try GraphLoader.sound(path)
    Console.prompt(MermaidDrawing(of: graph.graph, showsCorrections: corrections).text)
  }
}
