/// Repairs, choices, edits of lists, and the names people have for slots.
extension AnswerWords {
  static let englishRepairs = PhraseTable<Repair>([
    (
      meaning: .cancel,
      phrases: [
        "cancel", "cancel that", "cancel it", "cancel this", "cancel everything", "cancel please", "forget it", "forget that",
        "forget about it", "never mind", "nevermind", "stop", "stop it", "stop that", "stop this", "abort", "quit", "scrap that",
        "scrap it", "drop it", "leave it", "i changed my mind", "i have changed my mind", "changed my mind", "let us stop",
        "exit", "i do not want to anymore", "i do not want this anymore", "forget the whole thing", "cancle", "cancell",
        "never mind that", "let us forget it", "let us forget about it", "let us leave it", "get me out of here",
        "i do not want this", "i want to cancel", "i would like to cancel", "please cancel", "that is enough", "enough",
        "break it off", "do not bother", "no longer needed", "undo", "undo that", "undo it", "undo this", "take that back",
        "take it back", "i take that back", "i take it back", "reverse that", "reverse it",
      ]
    ),
    (
      meaning: .skip,
      phrases: [
        "skip", "skip it", "skip this", "skip that", "skip this one", "skip this question", "pass", "next question", "next one",
        "no matter", "does not matter", "it does not matter", "i do not care", "do not care", "leave it empty", "leave it blank",
        "leave that out", "leave it out", "not needed", "i would rather not say", "rather not say", "i prefer not to say",
        "prefer not to say", "i would prefer not to say", "i do not want to say", "i will skip that", "i will skip",
        "let us skip that",
        "no comment", "i will pass", "move on", "none of your business", "can we skip that", "can i skip that", "can i skip this",
        "go to the next question", "not applicable", "n / a",
      ]
    ),
    (
      meaning: .repeating,
      phrases: [
        "repeat", "repeat that", "repeat it", "say that again", "say it again", "come again", "what was that", "what did you say",
        "pardon", "pardon me", "i beg your pardon", "beg your pardon", "once more", "one more time", "again",
        "what was the question", "could you repeat that", "can you repeat that", "can you say that again",
        "could you say that again", "repeat the question", "repeat yourself", "sorry , what", "what was that again",
        "what were you asking", "what was it again", "come again please", "say again", "i did not get that",
        "i did not catch that", "read that again", "read it again", "ask me again", "excuse me",
      ]
    ),
    (
      meaning: .help,
      phrases: [
        "help", "help me", "i need help", "i am lost", "how does this work", "what can i say", "what should i say",
        "what do you mean", "what does that mean", "i do not understand", "what do you need", "what are my options",
        "can you help me", "can you help", "what do you want", "what do you want to know", "what are you asking",
        "what shall i say", "what do i say", "i do not know what to say", "what can i answer", "i do not get it", "i am confused",
        "what is that supposed to mean", "how do i answer", "what can i do", "why do you ask", "for example",
        "can you explain", "explain", "explain that", "please explain", "change it", "change that", "change this",
        "change something", "i want to change something", "i would like to change something", "can i change something",
        "i need to change something", "i want to change it", "can i change it", "edit it", "something is wrong",
        "that is not all correct",
      ]
    ),
    (
      meaning: .startOver,
      phrases: [
        "start over", "start again", "restart", "begin again", "from the beginning", "start from the beginning",
        "let us start over", "let us start again", "start from scratch", "from the top", "reset", "start anew",
        "let us begin again", "start all over", "start all over again", "from scratch", "back to the beginning",
        "back to the start", "can we start over", "i want to start over", "begin from the beginning", "do over",
        "let us start from scratch", "start from scratch", "new start", "start from the top", "start afresh",
      ]
    ),
  ])

  static let englishNothing = [
    "none", "nothing", "nobody", "no one", "nowhere", "not needed", "no need", "empty", "blank", "no", "without", "there is none",
    "there are none", "i have none", "i do not have one", "i do not have any", "i have no", "not any", "not one", "n / a", "nil",
    "nothing else", "nobody else", "no one else", "none at all", "nothing at all", "nothing in particular", "no preference",
    "nothing special", "not necessary", "none needed", "leave it",
  ]

  static let englishNoneOffered = [
    "none", "none of them", "none of these", "none of those", "none of the above", "none of it", "neither", "neither of them",
    "neither of these", "neither of those", "no one of them", "not any of them", "not any of these", "nothing", "nothing fits",
    "nothing works", "nothing suits me", "none works", "none work", "none fits", "none fit", "none of them work",
    "none of these work", "none of those work", "none of them works", "none of these works", "none of them suits me", "no",
    "nope", "no thanks", "no thank you", "i do not like any of them", "i do not want any of them", "something else",
    "another one", "other times", "no good", "neither works", "neither one", "they do not work", "none are good",
    "none of them is right", "none of the options", "none of those please",
  ]

  static let englishComparisons = PhraseTable<Comparison>([
    (meaning: Comparison(isGreatest: true, isOfTwo: true), phrases: ["later", "longer", "bigger", "larger", "higher", "latter"]),
    (meaning: Comparison(isGreatest: false, isOfTwo: true), phrases: ["earlier", "sooner", "shorter", "smaller", "lower"]),
    (meaning: Comparison(isGreatest: true, isOfTwo: false), phrases: ["latest", "longest", "biggest", "largest", "highest"]),
    (
      meaning: Comparison(isGreatest: false, isOfTwo: false),
      phrases: [
        "earliest", "soonest", "shortest", "smallest", "lowest", "next possible", "as early as possible", "as soon as possible",
      ]
    ),
  ])

  static let englishEdits = PhraseTable<Editing>([
    (
      meaning: .add,
      phrases: [
        "also", "add", "also add", "also invite", "also with", "also bring", "and also", "plus", "as well as", "invite also",
        "include", "also include", "additionally", "please add", "bring in", "in addition", "invite", "together with",
      ]
    ),
    (
      meaning: .remove,
      phrases: [
        "without", "not", "remove", "except", "drop", "but not", "take out", "take off", "uninvite", "delete", "do not invite",
        "leave out", "minus", "not with", "exclude", "disinvite", "kick out", "strike", "cross out", "cross off", "get rid of",
        "do not add", "do not include", "except for", "everyone but",
      ]
    ),
    (
      meaning: .replace,
      phrases: [
        "only", "just", "make it", "make that", "only with", "just with", "rather", "instead with", "change it to", "only invite",
        "just invite", "nobody but", "no one but",
      ]
    ),
  ])

  static let englishSlotNames = PhraseTable<SlotKind>([
    (meaning: .moment, phrases: ["time", "date and time", "time and date", "appointment time", "when"]),
    (meaning: .day, phrases: ["date", "day", "weekday", "week day"]),
    (meaning: .clock, phrases: ["hour", "clock time", "time of day"]),
    (meaning: .length, phrases: ["length", "duration", "how long", "how long it takes"]),
    (meaning: .name, phrases: ["name", "title", "subject", "topic", "what it is called"]),
    (
      meaning: .people,
      phrases: [
        "people", "persons", "person", "attendees", "participants", "guests", "invitees", "guest list", "who comes",
        "who is coming", "the list of people",
      ]
    ),
    (meaning: .place, phrases: ["place", "location", "venue", "where"]),
    (meaning: .number, phrases: ["number", "amount", "count", "how many"]),
    (meaning: .address, phrases: ["address", "e - mail", "email", "email address", "e - mail address"]),
  ])
}
