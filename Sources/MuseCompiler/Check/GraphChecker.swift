import MuseDefinition
import MuseExpression
import MuseSource

/// Checks a graph's documents and builds the checked graph from them, in the order in which names come to mean something: types,
/// tools, slots and facts, intents, nodes, policy; then what the edges between nodes must hold.
struct GraphChecker {
  let document: GraphDocument
  let imported: [GraphDocument]
  var scope = Scope()
  private(set) var diagnostics: [Diagnostic] = []
  /// The names that expressions and texts read, guarded or not.
  var mentioned: Set<String> = []
  /// Those that they read of the time before a change (`was.x`).
  var pastMentioned: Set<String> = []
  /// What the expressions and texts read that were checked last: `reading` collects it.
  var reads: [NodeDraft.Read] = []
  /// What the questions and conditions of slots read.
  var slotReads: [SlotReads] = []
  /// What the texts of the policy's silence read.
  var policyReads: [NodeDraft.Read] = []
  /// Graphs that no `run` has named yet, with the place of their import.
  var importedGraphs: [String: WrittenText] = [:]
  /// Some expression is wrong: what it was meant to read is not known.
  var hasBrokenExpressions = false

  /// An earlier build has found no error: the rules of flow, which learn, are not asked again.
  private let isAccepted: Bool

  init(_ document: GraphDocument, imported: [GraphDocument], isIncomplete: Bool, isAccepted: Bool = false) {
    self.isAccepted = isAccepted
    self.document = document
    self.imported = imported
    scope.isIncomplete = isIncomplete
  }

  /// Comparisons of names that are left: a file of thousands of wrong names is not compared with thousands of right ones.
  private var comparisonsLeft = 200_000

  /// The known name that comes nearest; nil when so much is wrong that looking for it would take too long.
  mutating func nearMiss(to name: String, among candidates: some Collection<String>) -> String? {
    comparisonsLeft -= candidates.count
    return comparisonsLeft < 0 ? nil : nearestName(to: name, among: candidates)
  }

  mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Nil where a part that every graph has is missing; the graph is good only if no error was found.
  mutating func check(fingerprint: Fingerprint) -> GraphOutline? {
    checkHeader()
    checkTypes()
    checkTools()
    declareVariables()
    scope.makeEnvironment()
    checkEvents()
    scope.takes = document.takes.compactMap { resolveVariable($0) }
    let slots = document.slots.map { buildSlot($0) }
    checkCircles(slots.compactMap(\.self))
    let facts = document.facts.compactMap { fact in
      scope.variables[SlotID(rawValue: fact.id.value)]?.type.map {
        Fact(id: SlotID(rawValue: fact.id.value), type: $0, optionWords: checkedWords(fact.optionWords))
      }
    }
    let intents = checkIntents()
    let drafts = checkNodes()
    let policy = checkPolicy()
    let begin = document.begin.flatMap { resolveNode($0) }
    checkProperties(drafts)
    let flow = FlowGraph(
      document: document, drafts: drafts, begin: begin, policy: policy, policyReads: policyReads,
      slotReads: slotReads, scope: scope, slots: slots.compactMap(\.self), intents: intents)
    if !isAccepted { for rule in FlowRules.all { diagnostics += rule(flow) } }
    checkUnused(drafts: drafts)
    checkTranslations()
    reportGraphsNotRun()
    guard let begin, let name = document.name, !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    let nodes = drafts.compactMap(\.node)
    // Only a mistake of ours leaves something unbuilt without a finding, or a mistake in the form, which others report.
    guard nodes.count == drafts.count, !slots.contains(where: { $0 == nil }) else { return nil }
    let graph = ConversationGraph(
      name: GraphName(rawValue: name.value), title: document.title?.value ?? name.value, locales: scope.locales,
      zone: scope.zone, fingerprint: fingerprint, slots: slots.compactMap(\.self), facts: facts, intents: intents,
      objects: scope.objects, tools: scope.tools, events: scope.events, others: others, takes: scope.takes, begin: begin,
      nodes: nodes, policy: policy)
    return GraphOutline(graph, flow)
  }

  /// The graphs that are run from here, and those that they run, each without its own.
  private var others: [GraphName: ConversationGraph] {
    var others: [GraphName: ConversationGraph] = [:]
    for outline in scope.graphs.values.compactMap(\.self) {
      others.merge(outline.graph.others) { first, _ in first }
      others[outline.graph.name] = outline.graph.changing(others: [:])
    }
    return others
  }
}
