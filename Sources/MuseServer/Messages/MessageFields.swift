/// The fields of a message as they were written.
struct MessageFields {
  private static let names: Set<String> = [
    "type", "content", "timestamp", "session_id", "message_id", "seen", "press", "timezone", "locale", "last_seq", "id",
    "traceparent",
  ]

  /// Characters of an id.
  static let longestID = 200

  private let members: [String: JSONScanner.Member]

  init(parsing bytes: [UInt8]) throws(WireError) {
    let members: [String: JSONScanner.Member]?
    do {
      members = try JSONScanner.members(Self.names, of: bytes)
    } catch {
      throw WireError(.invalidJSON)
    }
    guard let members else { throw WireError(.invalidMessageFormat, "A message is a JSON object.") }
    self.members = members
  }

  func required(_ name: String) throws(WireError) -> String {
    guard let text = try optional(name) else { throw WireError(.invalidMessageFormat, "\"\(name)\" is missing.") }
    return text
  }

  func optional(_ name: String) throws(WireError) -> String? {
    switch members[name] {
    case .string(let text): return text
    case .null, nil: return nil
    case .integer, .other: throw WireError(.invalidMessageFormat, "\"\(name)\" must be a text.")
    case .repeated: throw WireError(.invalidMessageFormat, "\"\(name)\" stands twice.")
    }
  }

  /// Nil where there is none, whatever stands in its place.
  func text(_ name: String) -> String? {
    switch members[name] {
    case .string(let text): text
    case .null, .integer, .other, .repeated, nil: nil
    }
  }

  /// From 0 on.
  func requiredCount(_ name: String) throws(WireError) -> Int {
    switch members[name] {
    case .integer(let number) where number >= 0: return number
    case .string, .integer, .null, .other: throw WireError(.invalidMessageFormat, "\"\(name)\" must be a whole number from 0 on.")
    case .repeated: throw WireError(.invalidMessageFormat, "\"\(name)\" stands twice.")
    case nil: throw WireError(.invalidMessageFormat, "\"\(name)\" is missing.")
    }
  }

  func identifier(_ name: String, longest: Int) throws(WireError) -> String? {
    guard let text = try optional(name) else { return nil }
    guard !text.isEmpty, text.unicodeScalars.count <= longest else {
      throw WireError(.invalidMessageFormat, "\"\(name)\" must have 1 to \(longest) characters.")
    }
    return text
  }
}
