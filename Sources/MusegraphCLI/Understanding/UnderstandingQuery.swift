import MuseExpression

/// One line of input to `musegraph understand --jsonl`.
struct UnderstandingQuery: Decodable {
  let id: String
  let text: String
  /// A clock time of the offset: `2016-11-07T00:00:00`.
  let now: String?
  let utcOffsetMinutes: Int?
  let locale: String?

  private enum CodingKeys: String, CodingKey {
    case id, text, now, locale
    case utcOffsetMinutes = "utc_offset_minutes"
  }

  /// Nil: the zone of the graph.
  var zone: Zone? {
    utcOffsetMinutes.map { minutes in
      let hours = abs(minutes) / 60
      let rest = abs(minutes) % 60
      let name = "\(minutes < 0 ? "-" : "+")\(hours < 10 ? "0" : "")\(hours):\(rest < 10 ? "0" : "")\(rest)"
      return Zone(fixedOffset: minutes * 60, name: name)
    }
  }
}
