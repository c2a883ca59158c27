extension AnswerWords {
  static let english = AnswerWords(
    answers: PhraseTable([(meaning: .yes, phrases: englishYes + englishApproval), (meaning: .no, phrases: englishNo)]),
    strongYes: ["yes", "yep", "yeah", "yup", "yea", "aye", "absolutely", "definitely", "certainly"],
    strongNo: ["no", "nope", "nah", "do", "not"],
    conditions: ["if", "unless", "?"],
    qualifiers: ["but", "if", "unless", "only", "except", "wait", "sorry", "actually", "guess", "?"],
    besideValue: [
      "at", "on", "in", "for", "to", "of", "with", "from", "by", "as", "the", "a", "an", "it", "that", "this", "is", "are", "be",
      "make", "do", "book", "works", "fine", "good", "great", "perfect", "me", "we", "my", "our",
    ],
    fillers: [
      "please", "oh", "um", "uh", "hm", "hmm", "well", "ah", "er", "so", "then", "thanks", "thank", "you", "actually", "now",
      "just", "and", "but", ",", ".", "!", "?", "-", "–", "—", ";", ":", "…", "ok", "okay", "i", "think", "guess", "would", "say",
      "lol", "hey", "wait", "again", "really", "sorry", "mate", "let", "us", "very", "much",
    ],
    repairs: englishRepairs,
    noAnswers: PhraseTable(words: [
      "i do not know", "do not know", "dunno", "no idea", "not sure", "i am not sure", "hi", "hello", "hey", "hello there",
      "hi there", "good morning", "good afternoon", "good evening", "what", "huh", "hm", "hmm", "i have no idea", "no clue",
      "maybe", "perhaps", "i guess", "whatever", "it depends", "let me think", "one moment", "just a moment", "wait",
    ]),
    unknowing: PhraseTable(words: [
      "i do not know", "do not know", "dunno", "no idea", "not sure", "i am not sure", "i have no idea", "no clue",
      "i do not remember", "do not remember", "i can not remember", "can not remember", "i forgot", "i have forgotten", "unknown",
      "i do not know that", "i do not know it", "i could not say", "i can not say", "who knows", "no idea sorry",
    ]),
    nothing: PhraseTable(words: englishNothing),
    noneOffered: PhraseTable(words: englishNoneOffered),
    lastOffered: PhraseTable(words: ["last", "final", "bottom"]),
    fromEnd: ["to"],
    comparisons: englishComparisons,
    choiceMarks: ["number", "option", "no", "choice", "nr", "#", "item", "slot"],
    aroundChoice: [
      "the", "one", "please", "i", "would", "will", "take", "like", "prefer", "want", "choose", "pick", "let", "us", "is", "go",
      "with", "for", "option", "number", "choice", "that", "works", "fine", "ok", "okay", "yes", "yeah", "sure", "good", ".", "!",
      ",", "it", "best", "suits", "me", "thanks", "maybe", "then", "at", "on",
    ],
    editsBefore: englishEdits,
    editsAfter: PhraseTable([
      (meaning: .replace, phrases: ["instead", "instead please", "only", "rather", "alone"]),
      (meaning: .add, phrases: ["too", "as well", "also", "in addition"]),
      (
        meaning: .remove,
        phrases: [
          "can not come", "can not make it", "is not coming", "will not come", "can not attend", "is out", "is not needed",
          "need not come", "off", "off the list", "out", "off it", "does not need to come", "should not come",
        ]
      ),
    ]),
    insteadOf: PhraseTable(words: ["instead of", "in place of", "in lieu of", "rather than", "and not", ", not", "but not"]),
    exchanges: PhraseTable(words: ["replace", "swap", "exchange", "substitute", "swap out"]),
    exchangeFor: ["with", "for", "by"],
    andAlso: ["and", "plus"],
    denials: PhraseTable(words: ["not", "not on", "not at", "not in", "instead of", "rather than", "not for"]),
    changes: PhraseTable(words: [
      "change", "changing", "edit", "modify", "adjust", "correct", "fix", "alter", "update", "switch", "redo", "revise", "amend",
      "have to change", "need to change",
    ]),
    differents: PhraseTable(words: ["different", "another", "other", "new", "wrong", "better", "some other", "not the right"]),
    wrongs: PhraseTable(words: [
      "is wrong", "is not right", "is not correct", "is incorrect", "does not work", "does not fit", "does not suit me",
      "needs to change", "has to change", "must change", "should be different", "should change", "was wrong", "are wrong",
      "do not fit", "is not good", "is a mistake",
    ]),
    reopenings: PhraseTable([
      (
        meaning: .name,
        phrases: [
          "rename it", "rename that", "rename this", "rename the meeting", "rename", "call it something else", "retitle it",
          "name it something else", "call it differently",
        ]
      ),
      (meaning: .place, phrases: ["somewhere else", "elsewhere", "some other place"]),
      (
        meaning: .moment,
        phrases: [
          "some other time", "at another time", "at a different time", "another time", "a different time", "move it",
          "reschedule", "reschedule it", "postpone it", "on another day", "on a different day",
        ]
      ),
      (meaning: .people, phrases: ["someone else", "somebody else", "other people", "with someone else"]),
    ]),
    slotNames: englishSlotNames,
    selfCorrections: PhraseTable(words: [
      "no", "no wait", "wait", "sorry", "i mean", "i meant", "or rather", "rather", "actually", "make that", "make it",
      "scratch that", "correction", "or better", "better", "nope", "no make it", "no sorry",
    ]),
    asksAbout: PhraseTable(words: [
      "what is", "what are", "what does", "what do", "what was", "what kind of", "what sort of", "what comes with", "how is",
      "how does", "how do", "how much is", "how much are", "how much does", "why", "explain", "tell me about",
      "tell me more about", "tell me what", "is there", "are there", "do you have", "does", "is", "are", "which is",
      "can you explain",
      "could you explain", "who is", "where is", "where do", "where can", "difference between",
    ]),
    noneOfIt: ["no", "without"],
    corrections: PhraseTable(words: [
      "i meant", "i mean", "i was talking about", "i meant to say", "rather", "it is", "it was", "i am talking about",
    ]),
    oneMore: PhraseTable(words: [
      "also", "another", "one more", "a second", "additionally", "as well", "too", "a further", "next", "afterwards",
      "after that", "in addition",
    ]),
    negations: ["not", "never"],
    betweenNegation: ["want", "need", "like", "wish", "have", "to", "going", "me", "please", "ever", "just"],
    wishes: ["want", "need", "like", "wish"],
    requestLeads: PhraseTable(words: [
      "i want to", "i would like to", "can we", "could we", "can you", "could you", "can i", "could i", "may i", "let us",
      "let me", "we should", "i will", "i need to", "i have to", "would you", "please", "i think i will", "shall we",
    ]),
    beforeText: PhraseTable(words: [
      "it is", "that is", "this is", "let us say", "i would say", "say", "how about", "what about", "maybe", "i think", "just",
      "let it be", "make it", "something like", "well ,", "um ,", "oh ,", "ok ,", "okay ,",
    ]),
    behindText: ["please", "thanks"])

  private static let englishYes = [
    "yes thanks a lot", "yes , thanks a lot", "yes please , thanks a lot", "yes thank you so much", "yes , thank you so much",
    "yes , many thanks", "yes many thanks", "yes cheers", "yes , cheers", "yes", "yep", "yeah", "yea", "yup", "ya", "yah", "aye",
    "y", "yess", "yes please", "yes sir", "sure", "sure thing",
    "for sure", "ok", "okay", "k", "kk", "alright", "all right", "fine", "fine by me", "fine with me", "go ahead", "go for it",
    "go on", "let us go for it", "i am for it", "proceed", "do it", "do that", "do so", "please do", "please go ahead",
    "exactly", "indeed", "absolutely", "definitely", "certainly", "of course", "by all means", "why not", "sure why not",
    "sure , why not", "agreed", "i agree", "confirm", "confirmed", "i confirm", "confirm it", "affirmative", "works for me",
    "that works", "that works for me", "that works fine", "that works well", "it works", "works", "very well", "book it",
    "let us do it", "let us do that", "let us go", "let us book it", "no problem", "not a problem", "you bet", "naturally",
    "i do", "i would", "i would like that", "i would love that", "i would love to", "i would be happy to", "i think so", "true",
    "it is", "it does", "that will do", "👍", "👌", "✅", "yes do it", "make it so", "ship it", "happy with that", "all good",
    "good to go", "save it", "send it", "no objections", "nothing to change", "no changes", "that suits me", "suits me",
    "with pleasure", "please book it", "i am happy with that", "i am fine with that", "that is it", "that is the one",
    "looking good", "yes please do", "that is what i want", "that is what i wanted", "that is what i meant", "as you said",
    "just as you said", "good idea", "great idea", "exactly right", "i like it", "i like that", "love it",
  ]

  /// "That would be lovely", "sounds good to me": frames around words of praise.
  private static let englishApproval: [String] = {
    let praise = [
      "good", "great", "fine", "perfect", "lovely", "nice", "wonderful", "awesome", "brilliant", "excellent", "super",
      "fantastic", "ideal", "amazing", "ok", "okay", "alright", "all right", "correct", "right", "marvellous", "splendid", "cool",
    ]
    let frames = [
      "", "that is", "it is", "that would be", "it would be", "would be", "sounds", "that sounds", "it sounds", "looks",
      "that looks", "it looks", "that all looks", "all", "very", "that is very", "sounds very", "that is all", "seems",
      "that seems", "just", "really",
    ]
    return frames.flatMap { frame in
      praise.flatMap { word in
        ["", "to me", "for me", "with me", "by me", "thanks", "thanks a lot", "thank you so much"].map {
          [frame, word, $0].filter { !$0.isEmpty }.joined(separator: " ")
        }
      }
    }
  }()

  private static let englishNo = [
    "no", "nope", "nah", "nay", "n", "no way", "no thanks", "no thank you", "not really", "not now", "not yet", "not today",
    "not quite", "not at all", "do not", "do not do it", "do not do that", "do not book it", "please do not", "i do not",
    "i do not think so", "i do not want to", "i do not want that", "i would rather not", "rather not", "better not",
    "of course not", "certainly not", "definitely not", "absolutely not", "negative", "wrong", "that is wrong",
    "that is not right", "that is not correct", "not correct", "not right", "incorrect", "no good", "not good",
    "that does not work", "does not work", "i disagree", "disagree", "refuse", "never", "not like that", "not that", "not this",
    "not this one", "not that one", "no not that one", "no no", "👎", "❌", "uh uh", "no sir", "under no circumstances",
    "i would not", "no do not", "it is not",
    "false", "not for me", "that is not what i want", "that is not what i meant", "do not send it", "do not save it",
  ]
}
