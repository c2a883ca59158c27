import MuseExpression
import MuseInterpreter

/// Stored as `{"v": 1, "heard": {…}}`: the format's version, and one key that names the kind.
extension JournalRecord: Codable {
  /// Grows when a build writes what an older one cannot read.
  public static let format = 1

  private enum Key: String, CodingKey {
    case version = "v"
    case began, heard, result, segment, delivered, timer, event, staff
  }

  private struct Result: Codable {
    var call: EffectID
    var result: CallResult
  }

  private struct Delivery: Codable {
    var reply: ReplyID
    var at: Instant
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(JournalRecord.format, forKey: .version)
    switch self {
    case .began(let began): try container.encode(began, forKey: .began)
    case .heard(let message): try container.encode(message, forKey: .heard)
    case .result(let call, let result): try container.encode(Result(call: call, result: result), forKey: .result)
    case .segment(let segment): try container.encode(segment, forKey: .segment)
    case .delivered(let reply, let at): try container.encode(Delivery(reply: reply, at: at), forKey: .delivered)
    case .timer(let firing): try container.encode(firing, forKey: .timer)
    case .event(let event): try container.encode(event, forKey: .event)
    case .staff(let action): try container.encode(action, forKey: .staff)
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let version = try container.decode(Int.self, forKey: .version)
    guard version <= JournalRecord.format else {
      throw DecodingError.dataCorruptedError(
        forKey: .version, in: container, debugDescription: "Version \(version) of the journal is newer than this build.")
    }
    if let began = try container.decodeIfPresent(Began.self, forKey: .began) {
      self = .began(began)
    } else if let message = try container.decodeIfPresent(Message.self, forKey: .heard) {
      self = .heard(message)
    } else if let result = try container.decodeIfPresent(Result.self, forKey: .result) {
      self = .result(result.call, result.result)
    } else if let segment = try container.decodeIfPresent(Segment.self, forKey: .segment) {
      self = .segment(segment)
    } else if let firing = try container.decodeIfPresent(TimerFiring.self, forKey: .timer) {
      self = .timer(firing)
    } else if let event = try container.decodeIfPresent(OutsideEvent.self, forKey: .event) {
      self = .event(event)
    } else if let action = try container.decodeIfPresent(StaffAction.self, forKey: .staff) {
      self = .staff(action)
    } else {
      let delivery = try container.decode(Delivery.self, forKey: .delivered)
      self = .delivered(delivery.reply, at: delivery.at)
    }
  }
}
