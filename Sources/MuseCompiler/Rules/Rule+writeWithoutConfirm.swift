import MuseSource

extension Rule {
  static let writeWithoutConfirm = Rule(
    "write-without-confirm",
    reason: "What changes the world is done only after a person has agreed to it.",
    advice: "Put a 'confirm' that covers every slot it reads on every way that leads here.",
    accepted: [],
    rejected: [])
}
