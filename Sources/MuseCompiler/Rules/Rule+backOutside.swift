import MuseSource

extension Rule {
  static let backOutside = Rule(
    "back-outside-digression",
    reason: "Only a digression has somewhere to go back to.",
    advice: "Name a node, or reach this one by 'policy.digress' only.",
    accepted: [
      """
      intents: {about: ["who are you"], go: ["go"]}
      begin: a
      nodes:
        a: {classify: [go], say: "Hm?", next: {go: c, other: c}}
        b: {say: "I am a graph.", next: back}
        c: {end: done}
      policy: {digress: {about: b}}
      """
    ],
    rejected: [
      """
      intents: {about: ["who are you"], go: ["go"]}
      begin: a
      nodes:
        a: {classify: [go], say: "Hm?", next: {go: b, other: c}}
        b: {say: "I am a graph.", next: ↓back}
        c: {end: done}
      policy: {digress: {about: b}}
      """
    ])
}
