import MuseSource

extension Rule {
  static let fileTooLarge = Rule(
    "file-too-large",
    reason: "A file of this size was not written by hand and would be slow to check.",
    advice: "Split it: put tools and types into a file of their own and import it.",
    accepted: [
      .init(
        "musegraph: 1\nname: example\nbegin: a\nnodes:\n  a: {end: done}\n" + remarks(55_000),
        shown: "# 55,000 lines of remarks behind a graph: less than 1 MiB")
    ],
    rejected: [
      .init(
        "↓musegraph: 1\nname: example\nbegin: a\nnodes:\n  a: {end: done}\n" + remarks(60_000),
        shown: "# 60,000 lines of remarks behind a graph: more than 1 MiB")
    ])

  private static func remarks(_ count: Int) -> String { String(repeating: "# nineteen letters\n", count: count) }
}
