import MuseDefinition
import MuseExpression

// Keys are short and explicit: these forms stand in journals, which every later build must read.

extension CallResult: Codable {
  private enum CodingKeys: String, CodingKey {
    case outcome, fields, failed, unsure
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .outcome(let outcome, let fields):
      try container.encode(outcome, forKey: .outcome)
      if !fields.isEmpty { try container.encode(fields, forKey: .fields) }
    case .failed(let reason): try container.encode(reason, forKey: .failed)
    case .unsure(let reason): try container.encode(reason, forKey: .unsure)
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let reason = try container.decodeIfPresent(String.self, forKey: .failed) {
      self = .failed(reason: reason)
    } else if let reason = try container.decodeIfPresent(String.self, forKey: .unsure) {
      self = .unsure(reason: reason)
    } else {
      self = .outcome(
        try container.decode(Outcome.self, forKey: .outcome),
        try container.decodeIfPresent([String: Value].self, forKey: .fields) ?? [:])
    }
  }
}
