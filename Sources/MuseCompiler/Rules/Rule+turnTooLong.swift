import MuseSource

extension Rule {
  static let turnTooLong = Rule(
    "turn-too-long",
    reason: "A turn that takes more steps than it may is stopped, and undone: the conversation could never go on there.",
    advice: "Let one of the nodes wait, make one node of several, or allow more under 'policy.limits'.",
    accepted: [
      """
      policy: {limits: {steps_per_turn: 3}}
      begin: a
      nodes:
        a: {say: "One.", next: b}
        b: {say: "Two.", next: c}
        c: {end: done}
      """
    ],
    rejected: [
      """
      policy: {limits: {steps_per_turn: 2}}
      begin: a
      nodes:
        ↓a: {say: "One.", next: b}
        b: {say: "Two.", next: c}
        c: {end: done}
      """,
      """
      policy: {limits: {model_calls_per_turn: 1}}
      begin: a
      nodes:
        ↓a: {llm: writer, reply: true, prompt: "Write.", next: {next: b, failed: b}}
        b: {llm: writer, reply: true, prompt: "Write.", next: {next: c, failed: c}}
        c: {end: done}
      """,
    ])
}
