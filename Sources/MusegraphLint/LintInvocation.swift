/// What the build asks for.
struct LintInvocation {
  let graphs: [String]
  /// Written where there are no errors: the build goes on from it.
  let stamp: String?

  init(_ arguments: some Sequence<String>) throws(LintFailure) {
    var graphs: [String] = []
    var stamp: String?
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      if argument == "--stamp" {
        guard let path = rest.popFirst() else { throw LintFailure("'--stamp' names no file.") }
        stamp = path
      } else if argument.hasPrefix("-") {
        throw LintFailure("There is no option '\(argument)', only '--stamp FILE'.")
      } else {
        graphs.append(argument)
      }
    }
    guard !graphs.isEmpty else { throw LintFailure("Name the graphs to check: MusegraphLint [--stamp FILE] GRAPH…") }
    self.graphs = graphs
    self.stamp = stamp
  }
}
