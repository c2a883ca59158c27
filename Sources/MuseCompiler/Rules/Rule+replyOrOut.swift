import MuseSource

extension Rule {
  static let replyOrOut = Rule(
    "reply-or-out",
    reason: "A language model speaks or chooses values, and only the one who asks knows which.",
    advice: "Write 'reply: true' for words to the person, or 'out' for values.",
    accepted: [
      """
      facts: {topic: text}
      begin: a
      nodes:
        a: {llm: helper, out: {topic: text, urgent: boolean}, prompt: "Name the topic.", set: {topic: out.topic}, next: {next: b, failed: c}}
        b: {llm: helper, reply: true, prompt: "Speak of {topic}.", without: c, next: {next: c, failed: c}}
        c: {end: done}
      """,
      """
      begin: a
      nodes:
        a: {llm: helper, out: choice, of: [bill, "lost parcel"], prompt: "Which?", next: {bill: b, "lost parcel": b, failed: b}}
        b: {end: done}
      """,
    ],
    rejected: [
      """
      begin: a
      nodes:
        a: {llm: ↓helper, prompt: "Hello.", next: {next: b, failed: b}}
        b: {end: done}
      """,
      """
      begin: a
      nodes:
        a: {llm: helper, reply: ↓true, out: text, prompt: "Hello.", next: {next: b, failed: b}}
        b: {end: done}
      """,
      """
      begin: a
      nodes:
        a: {llm: helper, out: ↓{}, prompt: "Hello.", next: {next: b, failed: b}}
        b: {end: done}
      """,
    ])
}
