extension AnswerWords {
  static let english = AnswerWords(
    answers: PhraseTable([(meaning: .yes, phrases: englishYes), (meaning: .no, phrases: englishNo)]),
    strongYes: ["yes", "yep", "yeah", "yup", "yea", "aye", "absolutely", "definitely", "certainly"],
    strongNo: ["no", "nope", "nah", "do", "not"],
    repairs: PhraseTable([
      (
        meaning: .cancel,
        phrases: [
          "cancel", "cancel that", "cancel it", "cancel this", "cancel everything", "forget it", "forget that", "forget about it",
          "never mind", "nevermind", "stop", "stop it", "stop that", "stop this", "abort", "quit", "scrap that", "scrap it",
          "drop it", "leave it", "i changed my mind", "i have changed my mind", "changed my mind", "let us stop", "exit",
          "i do not want to anymore", "i do not want this anymore", "forget the whole thing", "cancle", "cancell",
        ]
      ),
      (
        meaning: .skip,
        phrases: [
          "skip", "skip it", "skip this", "skip that", "pass", "next question", "no matter", "does not matter",
          "it does not matter",
          "i do not care", "do not care", "leave it empty", "leave it blank", "leave that out", "not needed",
        ]
      ),
      (
        meaning: .repeating,
        phrases: [
          "repeat", "repeat that", "repeat it", "say that again", "say it again", "come again", "what was that",
          "what did you say",
          "pardon", "pardon me", "once more", "one more time", "again", "what was the question", "could you repeat that",
          "can you repeat that", "can you say that again", "could you say that again", "repeat the question", "repeat yourself",
        ]
      ),
      (
        meaning: .help,
        phrases: [
          "help", "help me", "i need help", "i am lost", "how does this work", "what can i say", "what should i say",
          "what do you mean", "i do not understand", "what do you need", "what are my options", "can you help me", "can you help",
        ]
      ),
      (
        meaning: .startOver,
        phrases: [
          "start over", "start again", "restart", "begin again", "from the beginning", "start from the beginning",
          "let us start over", "let us start again", "start from scratch", "from the top", "reset", "start anew",
        ]
      ),
    ]),
    noneOffered: PhraseTable(words: [
      "none", "none of them", "none of these", "none of those", "none of the above", "none of it", "neither", "neither of them",
      "neither of these", "neither of those", "no one of them", "not any of them", "not any of these", "nothing",
      "nothing fits", "nothing works", "nothing suits me", "none works", "none work", "none fits", "none fit",
      "none of them work",
      "none of these work", "none of those work", "none of them works", "none of these works", "no", "nope", "no thanks",
      "no thank you", "i do not like any of them", "something else", "another one", "other times", "no good",
    ]),
    lastOffered: PhraseTable(words: ["last", "final", "bottom"]),
    choiceMarks: ["number", "option", "no", "choice", "nr", "#", "item", "slot"],
    aroundChoice: [
      "the", "one", "please", "i", "would", "will", "take", "like", "prefer", "want", "choose", "pick", "let", "us", "is", "go",
      "with",
      "for", "option", "number", "choice", "that", "works", "fine", "ok", "okay", "yes", "yeah", "sure", "good", ".", "!", ",",
      "it",
      "best", "suits", "me", "thanks", "maybe", "then", "at", "on",
    ],
    editsBefore: PhraseTable([
      (
        meaning: .add,
        phrases: [
          "also", "add", "also add", "also invite", "also with", "also bring", "and also", "plus", "as well as", "invite also",
          "include", "also include", "additionally", "please add", "bring in",
        ]
      ),
      (
        meaning: .remove,
        phrases: [
          "without", "not", "remove", "except", "drop", "but not", "take out", "take off", "uninvite", "delete", "do not invite",
          "leave out", "minus", "not with", "exclude", "disinvite", "kick out",
        ]
      ),
      (
        meaning: .replace,
        phrases: ["only", "just", "make it", "make that", "only with", "just with", "rather", "instead with", "change it to"]
      ),
    ]),
    denials: PhraseTable(words: ["not", "not on", "not at", "instead of", "rather than", "not for"]),
    beforeText: PhraseTable(words: [
      "it is", "that is", "this is", "let us say", "i would say", "say", "how about", "what about", "maybe", "i think", "just",
      "let it be", "make it", "something like", "well ,", "um ,", "oh ,", "ok ,", "okay ,",
    ]),
    noAnswers: PhraseTable(words: [
      "i do not know", "do not know", "dunno", "no idea", "not sure", "i am not sure", "hi", "hello", "hey", "hello there",
      "hi there",
      "good morning", "what", "huh", "hm", "hmm", "i have no idea", "no clue",
    ]),
    editsAfter: PhraseTable([
      (meaning: .replace, phrases: ["instead", "instead please", "only", "rather"]),
      (meaning: .add, phrases: ["too", "as well", "also"]),
    ]),
    conditions: ["if", "unless", "?"],
    qualifiers: ["but", "if", "unless", "only", "except", "wait", "sorry", "actually", "guess", "?"],
    fillers: [
      "please", "oh", "um", "uh", "hm", "hmm", "well", "ah", "er", "so", "then", "thanks", "thank", "you", "actually", "now",
      "just",
      "and", "but", ",", ".", "!", "?", "-", "–", "—", ";", ":", "…", "ok", "okay", "i", "think", "guess", "would", "say", "lol",
      "hey", "wait",
      "again", "really", "sorry", "mate", "let", "us", "very", "much",
    ])

  private static let englishYes = [
    "yes", "yep", "yeah", "yea", "yup", "ya", "yah", "aye", "y", "yess", "yes please", "yes sir", "sure", "sure thing",
    "for sure", "ok",
    "okay", "k", "kk", "alright", "all right", "fine", "that is fine", "it is fine", "fine by me", "fine with me", "go ahead",
    "go for it",
    "go on", "proceed", "do it", "do that", "do so", "please do", "please go ahead", "sounds good", "sounds great", "sounds fine",
    "sounds right", "sounds perfect", "that sounds good", "looks good", "looks right", "looks fine", "that looks good", "good",
    "great", "perfect", "excellent", "wonderful", "awesome", "cool", "correct", "that is correct", "right", "that is right",
    "exactly", "indeed", "absolutely", "definitely", "certainly", "of course", "by all means", "why not", "sure why not",
    "sure , why not", "agreed", "i agree", "confirm", "confirmed", "i confirm", "confirm it", "affirmative", "works for me",
    "that works", "that works for me", "it works", "works", "that is good", "that is great", "that is perfect", "very good",
    "very well", "book it", "let us do it", "let us do that", "let us go", "let us book it", "no problem", "not a problem",
    "you bet",
    "naturally", "i do", "i would", "i would like that", "i think so", "true", "it is", "it does", "that will do",
    "that would be great",
    "that would be good", "would be great", "👍", "👌", "✅", "yes do it", "make it so", "ship it", "happy with that", "all good",
    "good to go", "save it", "send it", "no objections", "nothing to change", "no changes",
  ]

  private static let englishNo = [
    "no", "nope", "nah", "nay", "n", "no way", "no thanks", "no thank you", "not really", "not now", "not yet", "not today",
    "not quite", "not at all", "do not", "do not do it", "do not do that", "do not book it", "please do not", "i do not",
    "i do not think so",
    "i do not want to", "i do not want that", "i would rather not", "rather not", "better not", "of course not", "certainly not",
    "definitely not", "absolutely not", "negative", "wrong", "that is wrong", "that is not right", "that is not correct",
    "not correct",
    "not right", "incorrect", "no good", "not good", "that does not work", "does not work", "i disagree", "disagree", "refuse",
    "never",
    "not like that", "not that", "not this", "not this one", "no no", "👎", "❌", "uh uh", "no sir",
    "under no circumstances",
    "i would not", "no do not", "it is not", "false",
  ]
}
