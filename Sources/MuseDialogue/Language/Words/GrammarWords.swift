/// How addresses are spelled aloud.
struct AddressWords: Sendable {
  var at: Set<String>
  var dot: Set<String>
}

/// Words without a meaning of their own, by what they do in a sentence.
struct GrammarWords: Sendable {
  var determiners: Set<String>
  var indefinite: Set<String>
  var prepositions: Set<String>
  var pronouns: Set<String>
  var auxiliaries: Set<String>
  var conjunctions: Set<String>
  /// The rest: adverbs, politeness, question words.
  var others: Set<String>
  /// Words that say a value without adding to it ("make it", "change it to").
  var aroundValue: Set<String>
  /// After which a person stands ("with", "invite").
  var beforePerson: Set<String>
  /// Those of them that take other things too ("add lunch").
  var looseLeads: Set<String> = []
  /// Between two names, beside what joins lists ("also", "not").
  var betweenNames: Set<String>
  /// Before a name with a capital ("my name is").
  var nameIntroductions: PhraseTable<Bool>
  /// Before a name ("dr", "Mrs").
  var titles: Set<String>
  /// Those of them that are verbs: in a title they are part of it ("Meet Carol").
  var personVerbs: Set<String>
  /// Capitals say that a word is a name, and not any noun.
  var namesHaveCapitals = true
  /// Between clauses ("and", "but").
  var clauseJoints: Set<String>
  /// Between the items of a list ("and", ",").
  var listJoints: Set<String>
  /// Between two things of which one is meant ("or").
  var alternatives: Set<String>
  /// Between a slot's name and its value ("is", "should be").
  var valueLinks: [[String]]
  /// A verb stands before what denies it ("buche keinen Termin").
  var negationFollowsVerb = false
  /// Words that do not belong to a value they stand behind ("please", "instead").
  var looseEnds: Set<String>
  /// Endings of words that say more of the same or of one only ("s", "es"), the longest first.
  var endings: [String]
  var addresses: AddressWords
  var quotes: [Unicode.Scalar: Unicode.Scalar]

  /// All that are function words, so that one look tells; `Language` fills it in.
  private(set) var functions: Set<String> = []

  func isFunction(_ word: String) -> Bool { functions.contains(word) }

  /// The same words, to be looked up quickly.
  var indexed: GrammarWords {
    var words = self
    words.functions = [determiners, prepositions, pronouns, auxiliaries, conjunctions, others].reduce(into: []) {
      $0.formUnion($1)
    }
    return words
  }

  /// A word without its ending, so that its forms are alike.
  func stem(_ word: String) -> String {
    for ending in endings where word.count >= ending.count + 3 && word.hasSuffix(ending) {
      return String(word.dropLast(ending.count))
    }
    return word
  }
}
