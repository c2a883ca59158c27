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
    var isPending: Bool
  }

  let first: Int
  let records: [String]
  let replies: [ReplyRow]
  let delivered: [Int]
  let checkpoint: CheckpointRow?
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
    checkpoint = try commit.checkpoint.map {
      CheckpointRow(
        record: $0.record, json: try CanonicalJSON.text(of: $0), isPending: $0.state.isWorking)
    }
  }
}
