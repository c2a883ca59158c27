import MuseDefinition

extension Phrases {
  static let german = Phrases(
    notUnderstood: "Das habe ich leider nicht verstanden.",
    stopped: "Bei mir ist etwas schiefgegangen, deshalb habe ich angehalten. Machen wir dort weiter, wo wir waren.",
    stoppedAfterWrite: "Das ist erledigt. Dann ist bei mir etwas schiefgegangen: Fangen wir von vorn an.",
    stoppedAnew: "Bei mir ist etwas schiefgegangen, und ich weiß nicht, was daraus wurde. Fangen wir von vorn an.",
    nothingToSay: "In Ordnung.",
    cannotCancel: "Hier gibt es nichts abzubrechen.",
    waiting: "Gerade ist nichts zu tun. Ich melde mich wieder.",
    choose: "Zur Auswahl:",
    whichDay: "An welchem Tag?",
    whatTime: "Um wie viel Uhr?",
    isThatRight: "Stimmt das so?",
    laterThat: "Auf das andere komme ich danach zurück.",
    nowTo: { "Nun zu \u{201E}\($0)\u{201C}." },
    cannotTake: { "\($0) kann ich nicht annehmen." },
    atLeast: { "Es muss mindestens \($0) sein." },
    atMost: { "Es darf höchstens \($0) sein." },
    characters: { "\($0) Zeichen" },
    unknown: { "\($0) kenne ich nicht." },
    asWell: { "auch \($0)" },
    instead: { "nur \($0)" },
    notThere: { "\($0) steht nicht auf der Liste." },
    oneDayOnly: {
      switch $0 {
      case .recurring: "Ich kann nur einen einzelnen Tag eintragen, keinen, der sich wiederholt."
      case .stretch: "Das ist mehr als ein Tag, und ich brauche einen einzelnen."
      }
    },
    needed: "Das muss ich leider wissen.",
    hint: hint,
    yesOrNo: "Bitte mit Ja oder Nein antworten, oder sagen, was anders sein soll.",
    yesOrNoAlone: "Bitte mit Ja oder Nein antworten.",
    forExample: { $0.isEmpty ? "" : "Zum Beispiel: \(quoted($0))." },
    canChange: { "Das lässt sich ändern: \($0.joined(separator: ", "))." },
    canAlsoSay: { "Möglich ist hier auch: \(quoted($0))." },
    whichValue: { "Was soll hier stehen: \($0)?" },
    notNeeded: { "Das brauche ich hier nicht: \($0)." },
    alreadyDone: "Das ist schon erledigt, deshalb bleibt es, wie es ist.",
    outdatedButton: "Dieser Knopf gehört zu einer früheren Frage.",
    takeBack: "Das ist schon erledigt. Soll ich es rückgängig machen?",
    takenBack: "Ich habe es rückgängig gemacht.",
    notTakenBack: "Ich konnte es nicht rückgängig machen.",
    perhapsTakenBack: "Ich weiß nicht, ob es rückgängig gemacht wurde.",
    words: Words(
      yes: "Ja", no: "Nein", skip: "überspringen", cancel: "abbrechen", repeat: "wiederholen", startOver: "von vorn"))

  private static func quoted(_ examples: [String]) -> String {
    examples.map { "\u{201E}\($0)\u{201C}" }.joined(separator: ", ")
  }

  private static func hint(_ type: SlotType) -> String {
    switch type.item {
    case .datetime: "Bitte einen Tag und eine Uhrzeit: \u{201E}morgen um 15 Uhr\u{201C}."
    case .date: "Bitte einen Tag: \u{201E}nächsten Montag\u{201C}, \u{201E}27. November\u{201C}."
    case .time: "Bitte eine Uhrzeit: \u{201E}15 Uhr\u{201C}, \u{201E}halb zehn\u{201C}."
    case .duration: "Bitte eine Dauer: \u{201E}45 Minuten\u{201C}, \u{201E}anderthalb Stunden\u{201C}."
    case .daterange, .timerange: "Bitte von wann bis wann."
    case .number, .integer: "Bitte eine Zahl."
    case .boolean: "Bitte ja oder nein."
    case .choice(let words): "Bitte eines davon: \(words.joined(separator: ", "))."
    case .email: "Bitte eine E-Mail-Adresse."
    case .phone: "Bitte eine Telefonnummer."
    case .url: "Bitte eine Internetadresse."
    case .person: "Bitte einen Namen oder eine E-Mail-Adresse."
    case .text, .object, .list, .optional: ""
    }
  }
}
