import MuseDefinition

extension Phrases {
  static let english = Phrases(
    notUnderstood: "Sorry, I did not understand that.",
    stopped: "Something went wrong on my side, so I stopped. Let us go on from where we were.",
    stoppedAfterWrite: "That is done. Then something went wrong on my side, so let us begin anew.",
    stoppedAnew: "Something went wrong on my side, and I cannot say what came of it. Let us begin anew.",
    nothingToSay: "All right.",
    cannotCancel: "There is nothing to cancel here.",
    waiting: "There is nothing to do just now. I will get back to you.",
    choose: "You can choose:",
    whichDay: "On which day?",
    whatTime: "At what time?",
    isThatRight: "Is that right?",
    laterThat: "I will come to the other thing afterwards.",
    nowTo: { "Now to \u{201C}\($0)\u{201D}." },
    cannotTake: { "I cannot take \($0)." },
    atLeast: { "It must be at least \($0)." },
    atMost: { "It must be at most \($0)." },
    characters: { "\($0) characters" },
    unknown: { "I do not know \($0)." },
    asWell: { "\($0) as well" },
    instead: { "only \($0)" },
    notThere: { "\($0) is not on the list." },
    oneDayOnly: {
      switch $0 {
      case .recurring: "I can only note a single day, not one that comes again and again."
      case .stretch: "That is more than one day, and I need a single one."
      }
    },
    needed: "I do need to know that.",
    hint: hint,
    yesOrNo: "Please answer yes or no, or tell me what to change.",
    yesOrNoAlone: "Please answer yes or no.",
    forExample: { $0.isEmpty ? "" : "For example: \(quoted($0))." },
    canChange: { "You can change this: \($0.joined(separator: ", "))." },
    canAlsoSay: { "You can also say \(quoted($0))." },
    whichValue: { "What should the \($0) be?" },
    notNeeded: { "I do not need the \($0) here." },
    alreadyDone: "That is already done, so I left it as it is.",
    outdatedButton: "That button belongs to an earlier question.",
    takeBack: "That is already done. Shall I take it back?",
    takenBack: "I took it back.",
    notTakenBack: "I could not take it back.",
    perhapsTakenBack: "I cannot tell whether it was taken back.",
    words: Words(yes: "Yes", no: "No", skip: "skip", cancel: "cancel", repeat: "repeat", startOver: "start over"))

  private static func quoted(_ examples: [String]) -> String {
    examples.map { "\u{201C}\($0)\u{201D}" }.joined(separator: ", ")
  }

  private static func hint(_ type: SlotType) -> String {
    switch type.item {
    case .datetime: "A day and a time, please: \u{201C}tomorrow at 3 pm\u{201D}."
    case .date: "A day, please: \u{201C}next Monday\u{201D}, \u{201C}27 November\u{201D}."
    case .time: "A time, please: \u{201C}3 pm\u{201D}, \u{201C}half past nine\u{201D}."
    case .duration: "A length of time, please: \u{201C}45 minutes\u{201D}, \u{201C}an hour and a half\u{201D}."
    case .daterange, .timerange: "From when to when, please."
    case .number, .integer: "A number, please."
    case .boolean: "Yes or no, please."
    case .choice(let words): "One of these, please: \(words.joined(separator: ", "))."
    case .email: "An e-mail address, please."
    case .phone: "A phone number, please."
    case .url: "A web address, please."
    case .person: "A name or an e-mail address, please."
    case .text, .object, .list, .optional: ""
    }
  }
}
