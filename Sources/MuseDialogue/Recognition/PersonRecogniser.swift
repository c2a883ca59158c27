/// Persons named behind a word that leads to one ("with Ann", "invite bob and Eve"): each name of such a list is a finding.
///
/// Capitals help, but are not needed directly behind the leading word.
struct PersonRecogniser: Recogniser {
  func finding(at index: Int, in context: RecognitionContext) -> Finding? {
    let names = PersonNames(context)
    guard let end = names.endOfName(from: index), names.isIntroduced(index) || names.isLed(index, to: end) else { return nil }
    return Finding(tokens: index..<end, reading: .person(context.message.text(index..<end)))
  }
}

/// The rules of names: where one may begin and where it ends.
struct PersonNames {
  let context: RecognitionContext

  init(_ context: RecognitionContext) { self.context = context }

  private var grammar: GrammarWords { context.language.grammar }
  private var tokens: [Token] { context.tokens }

  /// "My name is Ann", "under Ann Smith": with a capital only.
  func isIntroduced(_ index: Int) -> Bool {
    tokens[index].isCapitalised && grammar.nameIntroductions.match(in: tokens, endingAt: index)
  }

  /// Whether what stands before a name leads to a person: "with", or a name and "and" or a comma.
  func isLed(_ index: Int, to end: Int) -> Bool {
    var place = index
    for _ in 0..<8 {
      let floor = max(0, place - 4)
      while place > floor, isBetween(tokens[place - 1]) { place -= 1 }
      guard place > 0 else { return false }
      let lead = tokens[place - 1].word
      if place > 1, tokens[place - 1].isGlued, grammar.beforePerson.contains(tokens[place - 2].word + lead) { return true }
      if grammar.beforePerson.contains(lead) { return !grammar.looseLeads.contains(lead) || isSurelyName(index, to: end) }
      guard place < index, let start = startOfName(before: place) else { return false }
      place = start
    }
    return false
  }

  /// Behind "add", which takes other things as well: a capital, or nothing more said ("add bob", not "add lunch at noon").
  private func isSurelyName(_ index: Int, to end: Int) -> Bool {
    if tokens[index].isCapitalised { return true }
    guard tokens.indices.contains(end) else { return true }
    return tokens[end].kind == .sign || grammar.listJoints.contains(tokens[end].word)
      || context.language.answers.editsAfter.match(in: tokens, at: end) != nil || grammar.looseEnds.contains(tokens[end].word)
  }

  /// "and", commas, "also" between two names or after the leading word.
  private func isBetween(_ token: Token) -> Bool {
    grammar.listJoints.contains(token.word) || grammar.betweenNames.contains(token.word)
  }

  private func startOfName(before end: Int) -> Int? {
    var start = end
    while start > 0, end - start < 12, isInAddress(start - 1, end) || isPartOfName(tokens[start - 1]) { start -= 1 }
    return start < end ? start : nil
  }

  /// Within an e-mail address, whose signs are glued.
  private func isInAddress(_ index: Int, _ end: Int) -> Bool {
    tokens[index].kind == .sign && ["@", ".", "-", "_", "+"].contains(tokens[index].word)
      && (tokens[index].isGlued || index + 1 < end && tokens[index + 1].isGlued)
  }

  private func isPartOfName(_ token: Token) -> Bool {
    token.kind == .word && !grammar.isFunction(token.word) && !isCalendarWord(token) && !grammar.beforePerson.contains(token.word)
  }

  private func isCalendarWord(_ token: Token) -> Bool {
    let times = context.times
    return times.relativeDays.mayBegin(token.word)
      || (times.weekdays[token.word] != nil && !times.doubtfulWeekdays.contains(token.word))
      || times.directions[token.word] != nil || times.joinedDays[token.word] != nil || times.units[token.word] != nil
      || times.namedTimes.mayBegin(token.word)
      || times.partsOfToday.mayBegin(token.word) && !grammar.isFunction(token.word)
  }

  /// A run of capitalised words ("Ann Smith"), or one word in lower case.
  func endOfName(from index: Int) -> Int? {
    guard tokens.indices.contains(index), isPartOfName(tokens[index]), !tokens[index].isClitic else { return nil }
    var end = endOfTitle(index)
    let isCapitalised = tokens[index].isCapitalised
    while end < tokens.count, end - index < 4, continues(end, isCapitalised) { end += 1 }
    return end
  }

  /// "dr smith", "Mrs. Smith": the title and the word behind it.
  private func endOfTitle(_ index: Int) -> Int {
    guard grammar.titles.contains(tokens[index].word) else { return index + 1 }
    let next = index + 1 < tokens.count && tokens[index + 1].word == "." ? index + 2 : index + 1
    return next < tokens.count && isPartOfName(tokens[next]) ? next + 1 : index + 1
  }

  private func continues(_ index: Int, _ isCapitalised: Bool) -> Bool {
    let token = tokens[index]
    if token.word == "-", token.isGlued {
      return index + 1 < tokens.count && tokens[index + 1].isGlued && isPartOfName(tokens[index + 1])
    }
    return isCapitalised && token.isCapitalised && isPartOfName(token) && context.times.months[token.word] == nil
  }
}
