import MuseDefinition
import MuseExpression

/// How the options of a choice are spoken of.
extension ConversationGraph {
  func hasWords(for id: SlotID) -> Bool { !words(for: id).isEmpty }

  /// An option, or a list of them, in the words of a locale; nil where it has none.
  func worded(_ value: Value, of id: SlotID, in locale: LocaleID) -> Value? {
    switch value {
    case .string(let option): word(for: option, among: words(for: id), in: locale).map(Value.string)
    case .list(let items): .list(items.map { worded($0, of: id, in: locale) ?? $0 })
    case .null, .bool, .int, .uint, .double, .bytes, .map, .timestamp, .duration, .date, .time, .object, .empty, .type: nil
    }
  }

  /// The type with its options as they are spoken of.
  func spokenType(of slot: Slot, in locale: LocaleID) -> SlotType {
    guard case .choice(let options) = slot.type.item, !slot.optionWords.isEmpty else { return slot.type }
    return .choice(options.map { word(for: $0, among: slot.optionWords, in: locale) ?? $0 })
  }

  private func words(for id: SlotID) -> [String: SpokenText] {
    slot(id)?.optionWords ?? facts.first { $0.id == id }?.optionWords ?? [:]
  }

  private func word(for option: String, among words: [String: SpokenText], in locale: LocaleID) -> String? {
    guard let text = words[option] else { return nil }
    let kin = locales.filter { $0.language == locale.language }
    let fallbacks = [locale, LocaleID(rawValue: locale.language)] + kin + locales
    return fallbacks.lazy.compactMap { text.variants[$0]?.first?.source }.first
  }
}
