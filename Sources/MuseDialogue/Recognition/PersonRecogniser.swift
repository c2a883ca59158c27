/// Persons named behind a word that leads to one ("with Ann", "invite bob and Eve"): each name of such a list is a finding.
///
/// Capitals help, but are not needed directly behind the leading word.
struct PersonRecogniser: Recogniser {
  func finding(at index: Int, in context: RecognitionContext) -> Finding? {
    let names = PersonNames(context)
    guard let end = names.endOfName(from: index), names.isLed(index) else { return nil }
    return Finding(tokens: index..<end, reading: .person(context.message.text(index..<end)))
  }
}

/// The rules of names: where one may begin and where it ends.
struct PersonNames {
  let context: RecognitionContext

  init(_ context: RecognitionContext) { self.context = context }

  private var grammar: GrammarWords { context.language.grammar }
  private var tokens: [Token] { context.tokens }

  /// Whether what stands before a token leads to a person: "with", or a name and "and" or a comma.
  func isLed(_ index: Int) -> Bool {
    var place = index
    for _ in 0..<8 {
      let floor = max(0, place - 4)
      while place > floor, isBetween(tokens[place - 1]) { place -= 1 }
      guard place > 0 else { return false }
      if grammar.beforePerson.contains(tokens[place - 1].word) { return true }
      guard place < index, let start = startOfName(before: place) else { return false }
      place = start
    }
    return false
  }

  /// "and", commas, "also" between two names or after the leading word.
  private func isBetween(_ token: Token) -> Bool {
    [",", "and", "&", "also", "or", "then", "not"].contains(token.word)
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
      || times.directions[token.word] != nil || times.units[token.word] != nil || times.namedTimes.mayBegin(token.word)
      || times.partsOfToday.mayBegin(token.word) && !grammar.isFunction(token.word)
  }

  /// A run of capitalised words ("Ann Smith"), or one word in lower case.
  func endOfName(from index: Int) -> Int? {
    guard tokens.indices.contains(index), isPartOfName(tokens[index]), !tokens[index].isClitic else { return nil }
    var end = index + 1
    let isCapitalised = tokens[index].isCapitalised
    while end < tokens.count, end - index < 4, continues(end, isCapitalised) { end += 1 }
    return end
  }

  private func continues(_ index: Int, _ isCapitalised: Bool) -> Bool {
    let token = tokens[index]
    if token.word == "-", token.isGlued {
      return index + 1 < tokens.count && tokens[index + 1].isGlued && isPartOfName(tokens[index + 1])
    }
    return isCapitalised && token.isCapitalised && isPartOfName(token)
  }
}
