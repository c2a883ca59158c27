// The forms of the checkpoint format: text in ISO 8601, which sorts, reads and never loses a digit.

extension Instant: Codable {
  /// From RFC 3339 text.
  public init(from decoder: any Decoder) throws {
    self = try decoder.decodeText("an RFC 3339 timestamp") { Instant(rfc3339: $0) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rfc3339)
  }
}

extension CivilDate: Codable {
  /// From `2026-11-27`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.decodeText("an ISO 8601 date") { CivilDate(iso: $0) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}

extension TimeOfDay: Codable {
  /// From `15:00:00`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.decodeText("an ISO 8601 time") { TimeOfDay(iso: $0) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}

extension CivilDateTime: Codable {
  /// From `2026-11-27T15:00:00`.
  public init(from decoder: any Decoder) throws {
    self = try decoder.decodeText("an ISO 8601 date and time") { CivilDateTime(iso: $0) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}

extension Zone: Codable {
  /// From the name of a zone that this build knows.
  public init(from decoder: any Decoder) throws {
    self = try decoder.decodeText("the name of a time zone") { Zone(named: $0) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}

extension Decoder {
  /// Decodes a string and reads it; `expected` stands in the error.
  func decodeText<Result>(_ expected: String, read: (String) -> Result?) throws -> Result {
    let container = try singleValueContainer()
    let text = try container.decode(String.self)
    guard let result = read(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\"\(text)\" is not \(expected).")
    }
    return result
  }
}
