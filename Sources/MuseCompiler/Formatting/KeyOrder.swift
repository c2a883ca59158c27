import MuseSource

/// The order in which the entries of a map are best written.
enum KeyOrder {
  /// The places of the entries, in their best order. A key that the table does not have stays behind the one before it.
  static func places(of entries: [YAMLEntry], by keys: [KeyForm]?) -> [Int] {
    guard let keys else { return Array(entries.indices) }
    var ranks: [Int] = []
    for entry in entries {
      ranks.append(keys.firstIndex { $0.name == entry.key.value } ?? ranks.last ?? -1)
    }
    return entries.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
  }
}
