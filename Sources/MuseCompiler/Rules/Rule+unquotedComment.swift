import MuseSource

extension Rule {
  static let unquotedComment = Rule(
    "unquoted-comment",
    reason: "In a text without quotes a '#' behind a blank begins a comment.",
    advice: "Put the text in quotes, or the comment on a line of its own.",
    accepted: [
      """
      title: "Room #3"  # the big one
      """,
      """
      title: "Room"
      # the big one
      """,
    ],
    rejected: [
      """
      title: Room ↓#3
      """,
      """
      slots:
        start:
          type: datetime
          where: start > now ↓# in the future
      """,
    ])
}
