import MuseSource

extension Rule {
  static let sensitiveInPrompt = Rule(
    "sensitive-in-prompt", .warning,
    reason: "What is sensitive is not shown to a language model: it would see '•••' in its place.",
    advice: "Take it out of the prompt, or take 'sensitive' off the slot.",
    accepted: [
      """
      slots: {card: {type: text, ask: "Which card?", sensitive: true}, wish: {type: text, ask: "What do you wish?"}}
      begin: a
      nodes:
        a: {ask: [card, wish], next: {done: b, exhausted: z}}
        b: {llm: helper, reply: true, prompt: "Answer this: {wish}", next: {next: z, failed: z}}
        z: {end: done}
      """
    ],
    rejected: [
      """
      slots: {card: {type: text, ask: "Which card?", sensitive: true}}
      begin: a
      nodes:
        a: {ask: [card], next: {done: b, exhausted: z}}
        b: {llm: helper, reply: true, prompt: ↓"Check this: {card}", next: {next: z, failed: z}}
        z: {end: done}
      """
    ])
}
