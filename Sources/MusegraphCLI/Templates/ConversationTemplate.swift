/// What `musegraph new` begins from.
struct ConversationTemplate: Sendable {
  struct File: Hashable, Sendable {
    /// From the conversation's folder.
    var path: String
    var text: String
  }

  let name: String
  /// What it shows, in a few words.
  let summary: String
  /// `NAME` stands for the name of the graph.
  private let contents: [File]

  init(_ name: String, summary: String, contents: [String: String]) {
    self.name = name
    self.summary = summary
    self.contents = contents.map { File(path: $0.key, text: $0.value + "\n") }.sorted { $0.path < $1.path }
  }

  func files(for graph: String) -> [File] {
    contents.map { File(path: $0.path, text: $0.text.replacing("NAME", with: graph)) }
  }

  static let standard = appointment
  static let all = [appointment, questions]
}
