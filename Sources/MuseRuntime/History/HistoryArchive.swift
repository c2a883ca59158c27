import MuseDefinition
import MuseInterpreter

/// Finds out what somebody missed, from the journal.
struct HistoryArchive {
  /// Records that are read for one answer; beyond it the snapshot is the better answer.
  private static let mostRecords = 16_384

  let library: GraphLibrary

  /// For a thread whose count is lost: no entry was given such a number before, since no record has so many entries.
  static func beyond(record: Int) -> Int { record << 20 }

  /// The entries with numbers above `number`, up to the snapshot's newest.
  func missed(
    by number: Int, upTo snapshot: ThreadSnapshot, in thread: ThreadID
  ) async throws(StoreFailure) -> MissedHistory {
    guard number <= snapshot.newest, number >= 0 else { return .impossible(.ahead) }
    guard number < snapshot.newest else { return .entries([]) }
    var limit = 256
    while true {
      let journal = try await library.archive.journal(of: thread, newest: limit)
      if let part = NeededPart(of: journal, after: number, newestGraph: snapshot.fingerprint) {
        return await entries(of: part, above: number, upTo: snapshot.newest)
      }
      guard journal.count == limit, limit < Self.mostRecords else { return .impossible(.tooOld) }
      limit *= 8
    }
  }

  /// Each segment says how far the history went with it, so that whatever is read otherwise than it was told shows.
  private func entries(of part: NeededPart, above number: Int, upTo newest: Int) async -> MissedHistory {
    var entries: [HistoryEntry] = []
    var reached = part.reached
    var reader = await reader(of: part.graph)
    for entry in part.records where reached < newest {
      if case .began(let began) = entry.record { reader = await self.reader(of: began.fingerprint) }
      let contents = reader?.read(entry.record) ?? []
      guard case .segment(let segment) = entry.record else { continue }
      guard reader != nil, segment.history == reached + contents.count else { return .impossible(.unreadable) }
      for content in contents {
        reached += 1
        if reached > number { entries.append(HistoryEntry(number: reached, turn: segment.turn, content: content)) }
      }
    }
    return reached == newest ? .entries(entries) : .impossible(.unreadable)
  }

  /// Nil where the graph is lost.
  private func reader(of fingerprint: Fingerprint?) async -> HistoryReader? {
    guard let fingerprint else { return nil }
    // Why it is lost was logged when the thread was read.
    return (try? await library.graph(fingerprint))?.history
  }
}

/// The records that tell what comes after an entry.
private struct NeededPart {
  var records: ArraySlice<JournalEntry>
  /// The number of the newest entry before them.
  var reached: Int
  /// What the thread went by before them; nil: the first of them says it.
  var graph: Fingerprint?

  /// Nil where the journal was not read far enough back.
  init?(of journal: [JournalEntry], after number: Int, newestGraph: Fingerprint) {
    let isWhole = journal.first?.number == 1
    let earlier = journal.lastIndex { $0.record.history.map { $0 <= number } ?? false }
    guard let earlier = earlier ?? (isWhole ? -1 : nil) else { return nil }
    records = journal[(earlier + 1)...]
    reached = earlier < 0 ? 0 : journal[earlier].record.history ?? 0
    let before = journal[..<(earlier + 1)].compactMap(\.record.fingerprint).last
    if let before {
      graph = before
    } else if !records.contains(where: { $0.record.fingerprint != nil }) {
      graph = newestGraph
    } else if !isWhole {
      return nil
    }
  }
}

extension JournalRecord {
  /// The newest entry of the thread's history after it; nil for what is no segment, or is of a build that did not count.
  fileprivate var history: Int? {
    if case .segment(let segment) = self { segment.history } else { nil }
  }
}
