import MuseDefinition
import MuseExpression
import MuseSource

/// The nodes of a graph and the ways between them, to follow what may happen.
struct FlowGraph {
  let document: GraphDocument
  let drafts: [NodeDraft]
  let begin: NodeID?
  let policy: Policy
  let scope: Scope
  let slots: [Slot]
}
enum FlowRules { static let all: [@Sendable (FlowGraph) -> [Diagnostic]] = [] }
extension GraphChecker {
  mutating func checkUnused(slots: [Slot], drafts: [NodeDraft], tools: [ToolDocument]) {}
}
