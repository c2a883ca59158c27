import Logging
import MuseDefinition
import MuseInterpreter

/// A thread as a conversation takes it up.
struct LoadedThread {
  var thread: LiveThread
  var undelivered: [Reply]
  /// What was stored is lost: the thread begins anew, and the person has to be told.
  var isAnew = false
}

/// Reads a thread from the store: the newest readable checkpoint, and what the journal says of the time after it.
struct ThreadLoader {
  private let resources: ConversationResources

  init(_ resources: ConversationResources) { self.resources = resources }

  /// - Parameter graph: what a new thread goes by.
  func load(_ id: ThreadID, graph name: GraphName) async throws(TurnFailure) -> LoadedThread {
    guard let newest = await resources.library.newest(name) else { throw .internalError }
    guard let stored = try await stored(id) else {
      return LoadedThread(thread: LiveThread(graph: newest, state: newest.interpreter.start()), undelivered: [])
    }
    if stored.isForgotten { return LoadedThread(thread: anew(stored, newest), undelivered: []) }
    for damage in stored.damage { report(id, damage) }
    if let thread = try await rebuild(stored, newest, id) {
      return LoadedThread(thread: thread, undelivered: stored.undelivered)
    }
    return LoadedThread(thread: anew(stored, newest), undelivered: stored.undelivered, isAnew: true)
  }

  /// Nothing is known of it but how much it has counted.
  private func anew(_ stored: StoredThread, _ newest: RunnableGraph) -> LiveThread {
    let counters = Counters(beyondRecord: stored.nextRecord)
    return LiveThread(
      graph: newest, state: newest.interpreter.start(counting: counters), nextRecord: stored.nextRecord,
      segment: counters.segment, history: HistoryArchive.beyond(record: stored.nextRecord))
  }

  private func stored(_ id: ThreadID) async throws(TurnFailure) -> StoredThread? {
    do {
      return try await resources.store.load(id)
    } catch {
      let level: Logger.Level = error.isDamage ? .critical : .error
      resources.logger.log(level: level, "A thread could not be read", metadata: ["thread": "\(id)", "reason": "\(error)"])
      throw .stateUnavailable
    }
  }

  /// Nil where what is left does not lead to where the thread stood.
  private func rebuild(_ stored: StoredThread, _ newest: RunnableGraph, _ id: ThreadID) async throws(TurnFailure) -> LiveThread? {
    let graphs = try await graphs(of: stored, id)
    var fold = JournalFold(id, from: stored.checkpoint, graphs: graphs.mapValues(\.interpreter))
    for entry in stored.later {
      if let difference = fold.apply(entry) {
        report(id, "\(difference)")
        return nil
      }
    }
    let isComplete = (stored.later.last?.number ?? stored.checkpoint?.record ?? 0) == stored.nextRecord - 1
    guard isComplete, let state = fold.state else {
      report(id, "The journal has a gap.")
      return nil
    }
    guard let graph = graphs[state.graph] ?? (state.isBetweenRuns ? newest : nil) else {
      report(id, "The graph \(state.graph) is lost.")
      return nil
    }
    return LiveThread(
      graph: graph, state: state, nextRecord: stored.nextRecord, segment: fold.segment, history: fold.history,
      turn: fold.turn, hasBegun: true)
  }

  /// The graphs that the checkpoint and the records after it go by, as far as they are to be had.
  private func graphs(of stored: StoredThread, _ id: ThreadID) async throws(TurnFailure) -> [Fingerprint: RunnableGraph] {
    var wanted = Set(stored.later.compactMap(\.record.fingerprint))
    if let checkpoint = stored.checkpoint { wanted.insert(checkpoint.state.graph) }
    var graphs: [Fingerprint: RunnableGraph] = [:]
    for fingerprint in wanted.sorted() {
      do throws(GraphLibrary.Failure) {
        graphs[fingerprint] = try await resources.library.graph(fingerprint)
      } catch {
        switch error {
        case .store: throw .stateUnavailable
        case .lost: report(id, "The graph \(fingerprint) is lost.")
        }
      }
    }
    return graphs
  }

  private func report(_ id: ThreadID, _ damage: String) {
    resources.logger.critical("A thread's stored state is damaged", metadata: ["thread": "\(id)", "damage": "\(damage)"])
  }
}
