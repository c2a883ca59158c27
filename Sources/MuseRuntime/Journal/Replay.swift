import MuseCompiler
public import MuseDefinition
public import MuseInterpreter

/// What a replay found.
public struct ReplayReport: Hashable, Sendable {
  public var records: Int
  public var turns: Int
  /// The first one; nil: the thread was computed again byte for byte.
  public var difference: ReplayDifference?
  /// By which meaning of the language it was computed, where this build has another (`Interpreter.meaning`): nothing was compared.
  public var otherMeaning: Int?

  public init(records: Int, turns: Int, difference: ReplayDifference?, otherMeaning: Int? = nil) {
    self.otherMeaning = otherMeaning
    self.records = records
    self.turns = turns
    self.difference = difference
  }
}

/// Where what was computed again is not what was recorded.
public struct ReplayDifference: Hashable, Sendable, CustomStringConvertible {
  public enum Aspect: Hashable, Sendable {
    /// The graph's source is missing, or does not compile.
    case graph
    /// The records do not follow one another as they must.
    case order
    case segment
    /// It was computed by another meaning of the language.
    case meaning
    case turn
    /// The n-th effect of the segment, counted from 1.
    case effect(Int)
    /// The digest of the state.
    case state
    /// The state of the newest checkpoint.
    case checkpoint
  }

  /// The number of the record.
  public var record: Int
  public var aspect: Aspect
  public var recorded: String
  public var computed: String

  public init(record: Int, aspect: Aspect, recorded: String, computed: String) {
    self.record = record
    self.aspect = aspect
    self.recorded = recorded
    self.computed = computed
  }

  public var description: String {
    "Record \(record) differs in \(name).\n  recorded: \(recorded)\n  computed: \(computed)"
  }

  private var name: String {
    switch aspect {
    case .graph: "its graph"
    case .order: "its place"
    case .segment: "the number of the segment"
    case .meaning: "the meaning of the language"
    case .turn: "the number of the turn"
    case .effect(let number): "effect \(number)"
    case .state: "the state after it"
    case .checkpoint: "the checkpoint after it"
    }
  }
}

/// Computes a thread again from its journal and compares, record by record.
///
/// ```swift
/// let report = try await Replay.run("alice-1", store: store, archive: store)
/// if let difference = report.difference { print(difference) }
/// ```
public enum Replay {
  /// A thread as it is stored, its newest checkpoint included.
  public static func run(
    _ thread: ThreadID, store: any CheckpointStore, archive: any ThreadArchive
  ) async throws(StoreFailure) -> ReplayReport {
    run(try await JournalFile.of(thread, store: store, archive: archive))
  }

  /// A journal that was exported.
  public static func run(_ file: JournalFile) -> ReplayReport {
    var graphs: [Fingerprint: Interpreter] = [:]
    for sources in file.sources {
      guard let graph = Compiler.graph(ofKept: sources) else { continue }
      graphs[graph.fingerprint] = Interpreter(graph: graph)
    }
    return run(file.journal, graphs: graphs, checkpoint: file.checkpoint)
  }

  /// - Parameter checkpoint: compared where the journal comes to it.
  public static func run(
    _ journal: [JournalEntry], graphs: [Fingerprint: Interpreter], checkpoint: Checkpoint? = nil
  ) -> ReplayReport {
    // Whose thread it is matters to tools only, and none is called.
    var fold = JournalFold("", from: nil, graphs: graphs)
    var report = ReplayReport(records: 0, turns: 0, difference: nil)
    report.otherMeaning = journal.lazy.compactMap(\.record.otherMeaning).first
    guard report.otherMeaning == nil else { return report }
    for entry in journal {
      report.records += 1
      if entry.record.beginsTurn { report.turns += 1 }
      report.difference = fold.apply(entry)
      if report.difference == nil, let checkpoint, checkpoint.record == entry.number {
        report.difference = compare(checkpoint, fold)
      }
      if report.difference != nil { return report }
    }
    return report
  }

  private static func compare(_ checkpoint: Checkpoint, _ fold: JournalFold) -> ReplayDifference? {
    // A state that cannot be encoded has no bytes, and so differs.
    let recorded = (try? CanonicalJSON.text(of: checkpoint.state)) ?? "not encodable"
    let computed = fold.state.flatMap { try? CanonicalJSON.text(of: $0) } ?? "nothing"
    guard recorded != computed else { return nil }
    return ReplayDifference(record: checkpoint.record, aspect: .checkpoint, recorded: recorded, computed: computed)
  }
}

extension JournalRecord {
  fileprivate var otherMeaning: Int? {
    if case .segment(let segment) = self { segment.otherMeaning } else { nil }
  }

  fileprivate var beginsTurn: Bool {
    switch self {
    case .heard, .timer, .event, .staff: true
    case .began, .result, .segment, .delivered: false
    }
  }
}
