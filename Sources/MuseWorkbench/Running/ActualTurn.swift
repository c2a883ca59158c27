import MuseDefinition

/// What came of a line, as the scenario would have to say it.
struct ActualTurn: Sendable {
  /// A call that was made.
  struct Call: Hashable, Sendable {
    let tool: ToolID
    let isWrite: Bool
    let arguments: [String: WrittenValue]

    var text: String {
      arguments.isEmpty ? tool.rawValue : "\(tool): \(WrittenValue.fields(arguments))"
    }
  }

  /// Nothing was said: empty.
  let reply: String
  let buttons: [String]
  /// Nil: the run has ended.
  let node: NodeID?
  let waitsFor: [String]
  /// Every slot and fact that is known.
  let slots: [SlotID: WrittenValue]
  let calls: [Call]
  /// The last one.
  let ending: String?
}
