// Objects and maps by themselves are stored as the values they are: see `Value`.

extension ObjectValue: Codable {
  public init(from decoder: any Decoder) throws {
    guard case .object(let object) = try Value(from: decoder) else {
      throw DecodingError.typeMismatch(
        ObjectValue.self, .init(codingPath: decoder.codingPath, debugDescription: "An object was expected."))
    }
    self = object
  }

  public func encode(to encoder: any Encoder) throws { try Value.object(self).encode(to: encoder) }
}

extension MapValue: Codable {
  public init(from decoder: any Decoder) throws {
    guard case .map(let map) = try Value(from: decoder) else {
      throw DecodingError.typeMismatch(
        MapValue.self, .init(codingPath: decoder.codingPath, debugDescription: "A map was expected."))
    }
    self = map
  }

  public func encode(to encoder: any Encoder) throws { try Value.map(self).encode(to: encoder) }
}
