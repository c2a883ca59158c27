import MuseExpression
import MuseInterpreter
import MuseRuntime

/// A commit as it goes into the tables, encoded before the writer is asked.
struct CommitRows: Sendable {
  struct ReplyRow: Sendable {
    var number: Int
    var message: String?
    var json: String
  }

  struct CheckpointRow: Sendable {
    var record: Int
    var json: String
  }

  /// What brought a turn about, beside the message that its reply answers.
  struct OccasionRow: Sendable {
    var kind: String
    var id: String
    var turn: Int
  }

  let first: Int
  let records: [String]
  let replies: [ReplyRow]
  let delivered: [Int]
  let occasions: [OccasionRow]
  let checkpoint: CheckpointRow?
  let isPending: Bool
  /// Milliseconds since 1970, rounded up: no alarm comes early.
  let due: Int64?
  let queue: String?
  /// As `due`.
  let expires: Int64?
  let keep: Int

  init(_ commit: Commit) throws {
    first = commit.first
    keep = commit.keep
    records = try commit.records.map { try CanonicalJSON.text(of: $0) }
    var replies: [ReplyRow] = []
    var delivered: [Int] = []
    for record in commit.records {
      switch record {
      case .segment(let segment):
        guard let reply = segment.reply else { continue }
        replies.append(
          ReplyRow(
            number: reply.id.rawValue, message: reply.answers?.rawValue, json: try CanonicalJSON.text(of: reply)))
      case .delivered(let reply, _): delivered.append(reply.rawValue)
      case .began, .heard, .result, .timer, .event, .staff: continue
      }
    }
    self.replies = replies
    self.delivered = delivered
    let checkpointJSON = try commit.checkpointJSON()
    checkpoint = commit.checkpoint.flatMap { checkpoint in
      checkpointJSON.map { CheckpointRow(record: checkpoint.record, json: $0) }
    }
    occasions =
      commit.checkpoint.map { checkpoint in
        commit.records.flatMap(\.occasions).compactMap { OccasionRow($0, turn: checkpoint.state.turn) }
      } ?? []
    isPending = commit.rest.isWorking
    due = commit.rest.due.map(\.milliseconds)
    queue = commit.rest.queue
    expires = commit.rest.expires.map(\.milliseconds)
  }
}

extension CommitRows.OccasionRow {
  fileprivate init?(_ input: InputID, turn: ReplyID) {
    guard let (kind, id) = input.row else { return nil }
    self.init(kind: kind, id: id, turn: turn.rawValue)
  }
}

extension InputID {
  /// As the table of occasions has it; nil for what stands in none. (The message that a reply answers stands with the reply.)
  var row: (kind: String, id: String)? {
    switch self {
    case .event(let id): ("event", id.rawValue)
    case .staff(let id): ("staff", id.rawValue)
    case .message(let id): ("message", id.rawValue)
    case .timer: nil
    }
  }
}

extension Instant {
  /// Since 1970, rounded up.
  var milliseconds: Int64 { seconds * 1000 + (Int64(nanoseconds) + 999_999) / 1_000_000 }
}
