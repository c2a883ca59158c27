import MuseSource

extension Rule {
  static let unquotedComment = Rule(
    "unquoted-comment",
    reason: "In a text without quotes a '#' behind a blank begins a comment.",
    advice: "Put the text in quotes, or the comment on a line of its own.",
    accepted: [],
    rejected: [])
}
