extension GrammarWords {
  static let english = GrammarWords(
    determiners: [
      "the", "a", "an", "my", "our", "your", "his", "her", "their", "its", "this", "that", "these", "those", "some", "any", "all",
    ],
    indefinite: ["a", "an", "some", "any", "another"],
    prepositions: [
      "with", "at", "in", "on", "to", "from", "for", "of", "by", "about", "into", "over", "under", "after", "before", "until",
      "till",
      "between", "near", "off", "up", "as", "through", "during", "per", "via", "without", "out", "around", "than", "regarding",
    ],
    pronouns: [
      "i", "you", "he", "she", "it", "we", "they", "me", "him", "us", "them", "something", "anything", "nothing", "everything",
      "someone", "somebody", "nobody", "none", "anyone", "everyone", "one", "ones", "there", "here", "myself", "yourself",
    ],
    auxiliaries: [
      "is", "are", "am", "was", "were", "be", "been", "do", "does", "did", "have", "has", "had", "can", "could", "will", "would",
      "shall", "should", "may", "might", "must", "not", "let", "need", "want", "like", "gonna", "wanna", "going", "got", "get",
      "try",
    ],
    conjunctions: ["and", "or", "but", "then", "so", "because", "if", "when", "while", "plus"],
    others: [
      "please", "just", "now", "also", "too", "actually", "maybe", "really", "very", "what", "who", "which", "where", "why",
      "how",
      "kindly", "thanks", "thank", "hi", "hello", "hey", "ok", "okay", "yes", "no", "well", "oh", "instead", "again", "still",
      "ever",
      "already", "only", "even", "much", "more", "most", "soon", "think", "know", "say", "said", "yeah", "hm", "um", "ah",
      "today's",
    ],
    aroundValue: [
      "make", "made", "it", "that", "change", "changed", "to", "is", "be", "should", "would", "will", "at", "on", "for", "in",
      "by", "the", "a",
      "an", "and", "please", "actually", "instead", "rather", "better", "prefer", "i", "we", "you", "can", "could", "let", "us",
      "say", "oh",
      "no", "yes", "but", "sorry", "wait", "well", "um", "uh", "hmm", "maybe", "how", "about", "what", "if", "do", "not", "like",
      "want", "need", "give", "me", "set", "put", "time", "date", "day", "move", "only", "just", "from", "with", "of", "around",
      "start",
      "starting", "starts", "begin", "begins", "last", "lasting", "long", "takes", "take", "invite", "inviting", "add", "also",
      "too",
      "well", "as", "one", "then", "so", "ok", "okay", "sure", "works", "fine", "good", "person", "people", "attendee",
      "attendees", "are", "some", "use", "my", "email", "e", "mail", "address", "through", "it's", "thanks", "thank", "come",
      "join",
      "thinking", "think", "was", "meant", "mean", "push", "shift", "hey", "hi", "hello", "here", "there", "remove", "without",
    ],
    beforePerson: [
      "with", "meet", "invite", "inviting", "w", "w/", "add", "bring", "bringing", "include", "including", "cc", "attendees",
      "plus", "without",
    ],
    looseLeads: ["add", "bring", "bringing", "include", "including", "plus"],
    betweenNames: ["also", "then", "not"],
    nameIntroductions: PhraseTable(words: [
      "my name is", "the name is", "name is", "the name of", "under the name", "under", "named me", "i am called", "booked for",
      "reserved for", "reservation for", "appointment with",
    ]),
    titles: ["dr", "mr", "mrs", "ms", "prof", "doctor", "professor", "miss", "sir"],
    personVerbs: ["meet", "invite", "inviting", "add", "bring", "bringing", "include", "including"],
    clauseJoints: ["and", "but", "then"],
    listJoints: [",", "and", "&", ";", "or", "plus"],
    valueLinks: [[":"], ["is"], ["to"], ["should", "be"], ["would", "be"], ["as"], ["="]],
    looseEnds: ["please", "thanks", "instead", "then", "too", "also"],
    endings: ["ies", "es", "s", "ing", "ed"],
    addresses: AddressWords(at: ["at"], dot: ["dot", "point"]),
    quotes: ["\"": "\"", "“": "”", "„": "“", "«": "»", "‘": "’", "'": "'", "「": "」"])
}
