import MuseDefinition
import MuseExpression
import MuseSource

/// A node on its way to be checked: what is known of it even where parts are wrong, so that the flow through it can be followed.
struct NodeDraft {
  /// A value that the node reads, and where.
  struct Read {
    var variable: SlotID
    var location: SourceLocation
    /// In what is spoken before the node forgets anything.
    var isEarly = false
  }

  struct Exit {
    enum Target: Hashable {
      case node(NodeID)
      case back
      /// A name that is unknown, and reported; the node that was probably meant.
      case guess(NodeID)
      /// A name that is unknown, and reported.
      case unknown
    }

    var outcome: Outcome
    var target: Target
    var location: SourceLocation
    /// What the conditions say that chose this way.
    var narrowing = Narrowing()
    /// Comes from the graph's `otherwise`.
    var isInherited = false
  }

  var document: NodeDocument
  var id: NodeID
  /// Nil where the node is wrong.
  var kind: NodeKind?
  var verb: Verb?
  var say: SpokenText?
  var forget: [SlotID] = []
  var silence: [SilenceStep]?
  var exits: [Exit] = []
  var reads: [Read] = []
  /// What it reads of the time before a change (`was.x`).
  var pastReads: [Read] = []
  /// What the node can end with; the ordinary ones come first.
  var outcomes = OutcomeSet()

  var location: SourceLocation { document.id.location }

  init(_ document: NodeDocument) {
    self.document = document
    self.id = NodeID(rawValue: document.id.value)
  }

  var node: Node? {
    guard let kind else { return nil }
    // The cases of a `when` and the steps of a silence are ways, but no outcomes: their names have a space.
    let next = exits.filter { !$0.outcome.rawValue.contains(" ") || outcomes.all.contains($0.outcome) }.compactMap {
      exit -> (Outcome, Target)? in
      switch exit.target {
      case .node(let id): (exit.outcome, .node(id))
      case .back: (exit.outcome, .back)
      case .guess, .unknown: nil
      }
    }
    return Node(
      id: id, kind: kind, say: say, forget: forget, silence: silence, next: Dictionary(next) { first, _ in first },
      inherited: Set(exits.filter(\.isInherited).map(\.outcome)), location: location)
  }
}

/// The outcomes of a node.
struct OutcomeSet {
  /// What it is there for: a plain `next: node` names the place of the only one.
  var ordinary: [Outcome] = []
  /// What may happen besides.
  var other: [Outcome] = []

  var all: [Outcome] { ordinary + other }
}

/// What the texts and conditions of a slot read where it must be set.
struct SlotReads {
  var slot: SlotID
  /// In its questions.
  var questions: [NodeDraft.Read]
  /// In its label: where it is listed or asked for.
  var labels: [NodeDraft.Read]
  /// In its condition and refusal: a person may tell it whenever the graph waits.
  var judging: [NodeDraft.Read]
}
