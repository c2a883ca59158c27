/// Reads yes and no, repairs and choices off a message.
///
/// Consent is read strictly: a weak word ("ok", "good", "please") is a yes only where it is the whole clause and all else of the
/// message was understood too; a message that says both yes and no says neither.
struct AnswerReader {
  let message: Message
  let language: Language

  private var words: AnswerWords { language.answers }

  struct Answer: Hashable {
    var answer: AnswerWords.Answer
    var tokens: Range<Int>
    /// Stands at the head of its clause with a word that can mean nothing else.
    var isStrong: Bool
  }

  /// The answers in a stretch, from left to right.
  func answers(in range: Range<Int>) -> [Answer] {
    Clauses.split(message, range, language.grammar).flatMap(answers(inClause:))
  }

  private func answers(inClause clause: Range<Int>) -> [Answer] {
    var result: [Answer] = []
    var index = clause.lowerBound
    while index < clause.upperBound {
      if let match = words.answers.match(in: message.tokens, at: index, limit: clause.upperBound) {
        let strong = match.meaning == .yes ? words.strongYes : words.strongNo
        let isStrong = strong.contains(message.word(index)) && result.isEmpty
        result.append(Answer(answer: match.meaning, tokens: index..<match.end, isStrong: isStrong))
        index = match.end
      } else if words.fillers.contains(message.word(index)) || message.tokens[index].kind == .sign {
        index += 1
      } else {
        return result.filter(\.isStrong)
      }
    }
    return result
  }

  /// A repair that a stretch is as a whole, politeness aside.
  func repair(in range: Range<Int>) -> AnswerWords.Repair? {
    if let repair = whole(range, words.repairs) { return repair }
    var start = range.lowerBound
    while start < range.upperBound, isFiller(start), words.requestLeads.match(in: message.tokens, at: start) == nil { start += 1 }
    guard let lead = words.requestLeads.match(in: message.tokens, at: start, limit: range.upperBound) else { return nil }
    return whole(lead.end..<range.upperBound, words.repairs)
  }

  /// "none of them".
  func isNone(in range: Range<Int>) -> Bool {
    whole(range, words.noneOffered) ?? false
  }

  /// "nothing", "nobody".
  func isNothing(in range: Range<Int>) -> Bool {
    whole(range, words.nothing) ?? false
  }

  /// "I do not know", "hello".
  func isNoAnswer(_ range: Range<Int>) -> Bool {
    whole(range, words.noAnswers) ?? false
  }

  /// "I do not know".
  func isUnknowing(_ range: Range<Int>) -> Bool {
    whole(range, words.unknowing) ?? false
  }

  /// "What is an open menu?": it opens like a question about something, and goes on.
  func asksAbout(_ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound, isFiller(start) { start += 1 }
    guard let match = words.asksAbout.match(in: message.tokens, at: start, limit: range.upperBound) else { return false }
    return !areFillers(match.end..<range.upperBound)
  }

  private func whole<Meaning>(_ range: Range<Int>, _ table: PhraseTable<Meaning>) -> Meaning? {
    var start = range.lowerBound
    while start < range.upperBound {
      if let match = table.match(in: message.tokens, at: start, limit: range.upperBound) {
        return areFillers(match.end..<range.upperBound) ? match.meaning : nil
      }
      guard isFiller(start) else { return nil }
      start += 1
    }
    return nil
  }

  func areFillers(_ range: Range<Int>) -> Bool { range.allSatisfy(isFiller) }

  func isFiller(_ index: Int) -> Bool {
    message.tokens[index].kind == .sign || words.fillers.contains(message.word(index))
  }
}
