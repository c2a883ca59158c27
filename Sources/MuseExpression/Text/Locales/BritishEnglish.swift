extension LocaleTable {
  /// `en-GB`: reads as `en`, which has the British order.
  static let britishEnglish: LocaleTable = {
    var table = english
    table.tag = "en-GB"
    return table
  }()
}
