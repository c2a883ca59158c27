import MuseSource
import MuseWorkbench

extension Explanations {
  /// What is found in people.csv, and by `fmt`.
  static let ofOtherFiles = [
    Explanation(
      id: "address-header", kind: .finding(.error),
      meaning: "The first line of people.csv names its columns: without it nobody can tell a name from an address.",
      advice: "Begin the file with the line id,name,email.", wrong: ["name,mail"], right: ["id,name,email"]),
    Explanation(
      id: "address-fields", kind: .finding(.error),
      meaning: "A line of people.csv has as many fields as its header, and every person has an id and a name.",
      advice: "Write id,name,email, and put a field that holds a comma between quotes.",
      wrong: ["ann,Lee, Ann,ann@example.com"], right: ["ann,\"Lee, Ann\",ann@example.com", "bob,Bob,"]),
    Explanation(
      id: "address-email", kind: .finding(.error), meaning: "What stands under email is no e-mail address.",
      advice: "Write it as name@example.com, or leave it empty.", wrong: ["ann,Ann,ann at example.com"],
      right: ["ann,Ann,ann@example.com"]),
    Explanation(
      id: "address-id", kind: .finding(.error), meaning: "Two people have one id, so that nobody could tell which one is meant.",
      advice: "Give every person an id of their own."),
    Explanation(
      id: "address-quote", kind: .finding(.error), meaning: "A quote in people.csv is not closed, or text stands behind it.",
      advice: "Put the whole field between quotes, and write a quote in it twice.", wrong: ["ann,\"Ann,ann@example.com"],
      right: ["ann,\"Ann \"\"the boss\"\" Lee\",ann@example.com"]),
    Explanation(
      id: "not-formatted", kind: .finding(.error),
      meaning: "'musegraph fmt' reads what it has written again, and leaves a file alone that would then say something else.",
      advice: "Write the place in a simpler way."),
  ]
}
