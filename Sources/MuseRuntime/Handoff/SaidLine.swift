public import MuseExpression
public import MuseInterpreter

/// A line of a thread as somebody reads it who takes over.
public struct SaidLine: Hashable, Sendable {
  public var speaker: Line.Speaker
  /// Of one of the staff.
  public var name: String?
  public var text: String
  public var at: Instant

  /// The lines in these records, oldest first.
  public static func lines(in journal: [JournalEntry]) -> [SaidLine] {
    var now = Instant.earliest
    return journal.compactMap { entry -> SaidLine? in
      now = entry.record.input?.now ?? now
      switch entry.record {
      case .heard(let message): return SaidLine(speaker: .person, name: nil, text: message.text, at: now)
      case .segment(let segment):
        guard let reply = segment.reply, !reply.text.isEmpty else { return nil }
        return SaidLine(speaker: reply.speaker == nil ? .graph : .staff, name: reply.speaker, text: reply.text, at: now)
      case .began, .result, .delivered, .timer, .event, .staff: return nil
      }
    }
  }
}

extension Input {
  /// The clock of what begins a turn.
  fileprivate var now: Instant? {
    switch self {
    case .message(let message): message.now
    case .timer(let firing): firing.now
    case .event(let event): event.now
    case .staff(let action): action.now
    case .result, .delivered: nil
    }
  }
}
