import MuseDefinition
import MuseExpression

/// What fits the `pattern` of a text slot: a code names its slot by its form ("track XY000017").
extension Teller {
  /// Longer messages are told stories, and each place of a code is tried.
  private static let mostTokens = 120
  private static let longestCode = 14

  /// Codes for the slot that is asked, or for those of an intent or of what is confirmed; beside another question free words may
  /// hold a code that is none.
  func codes(in range: Range<Int>) -> [Told] {
    guard message.tokens.count <= Teller.mostTokens else { return [] }
    let slots = (scope.asked.map { [$0] } ?? scope.focus).compactMap(graph.slot).filter {
      $0.pattern != nil && $0.type.item == .text
    }
    return slots.reduce(into: []) { told, slot in
      told += codes(of: slot, in: range, besides: told.map(\.tokens))
    }
  }

  private func codes(of slot: Slot, in range: Range<Int>, besides taken: [Range<Int>]) -> [Told] {
    let covered = Coverage(taken, in: message)
    var result: [Told] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard mayBegin(index), let (code, tokens) = code(of: slot, from: index, to: range.upperBound), !covered.overlaps(tokens)
      else {
        index += 1
        continue
      }
      result.append(Told(slot: slot.id, telling: .value(.string(code)), edit: edit(at: tokens, of: slot), tokens: tokens))
      index = tokens.upperBound
      if !slot.type.isList { break }
    }
    return result
  }

  private func edit(at tokens: Range<Int>, of slot: Slot) -> Move.Edit {
    slot.type.isList ? edit(of: Finding(tokens: tokens, reading: .url("")), after: nil) : .plain
  }

  private func mayBegin(_ index: Int) -> Bool {
    let token = message.tokens[index]
    return !token.isGlued && !(token.kind == .word && !token.isCapitalised && grammar.isFunction(token.word))
  }

  /// The longest stretch that fits, with a digit in it; in capitals where the writer spared them.
  private func code(of slot: Slot, from start: Int, to limit: Int) -> (String, Range<Int>)? {
    guard let pattern = slot.pattern else { return nil }
    let ends = (start + 1...max(start + 1, min(limit, start + Teller.longestCode))).reversed()
    for end in ends where end <= limit && (end == message.tokens.count || !isGluedOn(end)) {
      guard (start..<end).contains(where: { message.tokens[$0].kind == .number }) else { return nil }
      guard (start..<end).allSatisfy(isSpelled) else { continue }
      let text = message.text(start..<end)
      if pattern.fits(text) { return (text, start..<end) }
      if pattern.fits(text.uppercased()) { return (text.uppercased(), start..<end) }
    }
    return nil
  }

  /// Whether a token is written as part of a code: digits, signs, capitals, or letters that are glued to more. Street names are
  /// not, though a pattern of a postcode may fit them.
  private func isSpelled(_ index: Int) -> Bool {
    let token = message.tokens[index]
    guard token.kind == .word, !token.isGlued else { return true }
    let isGluedToNext = index + 1 < message.tokens.count && message.tokens[index + 1].isGlued
    let text = message.text(index..<index + 1)
    return isGluedToNext || text == text.uppercased()
  }

  /// More of the same word follows.
  private func isGluedOn(_ index: Int) -> Bool {
    let token = message.tokens[index]
    guard token.isGlued else { return false }
    return token.kind != .sign || index + 1 < message.tokens.count && message.tokens[index + 1].isGlued
  }
}
