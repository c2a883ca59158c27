import MuseExpression

/// Whose clocks a time is meant on ("3pm EST", "15:00 London time").
enum SpokenZone: Hashable, Sendable {
  /// Seconds east of UTC: what abbreviations say by themselves, summer or winter.
  case offset(Int)
  /// A name of the zone table.
  case named(String)

  var zone: Zone? {
    switch self {
    case .offset(let seconds): Zone(fixedOffset: seconds, name: "UTC\(seconds)")
    case .named(let name): Zone(named: name)
    }
  }
}

extension SpokenZone {
  /// What is written alike in every language. Abbreviations that several regions share are read as the most people use them.
  static let abbreviations: [(meaning: SpokenZone, phrases: [String])] =
    [
      ("utc gmt wet zulu", 0), ("bst cet met west wesz", 60), ("cest mest eet sast cat", 120), ("eest msk eat", 180),
      ("gst", 240), ("pkt", 300), ("hkt sgt awst", 480), ("jst kst", 540), ("aest", 600), ("aedt", 660), ("nzst", 720),
      ("nzdt", 780), ("ast edt", -240), ("est cdt", -300), ("cst mdt", -360), ("mst pdt", -420), ("pst akdt", -480),
      ("akst hdt", -540), ("hst", -600), ("brt adt", -180),
    ].map { words, minutes in
      (meaning: .offset(minutes * 60), phrases: words.split(separator: " ").map(String.init))
    }

  /// The cities of the zone table with a word behind them ("london time").
  ///
  /// - Parameter forms: how a city's name stands before that word.
  static func cities(_ forms: (String) -> [String]) -> [(meaning: SpokenZone, phrases: [String])] {
    Zone.names.compactMap { name in
      let parts = name.split(separator: "/")
      guard parts.count > 1, parts[0] != "Etc", let last = parts.last else { return nil }
      let city = String(last.lowercased().map { $0 == "_" || $0 == "-" ? " " : $0 })
      return (meaning: .named(name), phrases: forms(city))
    }
  }
}
