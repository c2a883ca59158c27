/// `llm`: a language model speaks, or chooses values of declared types. It never chooses a node.
public struct LanguageModelNode: Sendable {
  public enum Product: Sendable {
    /// Words for the person, streamed.
    case reply
    /// Values of declared types, in the order of declaration; one by itself is called `out`.
    case out([ToolSignature.Parameter])
  }

  public struct Assignment: Hashable, Sendable {
    public var target: SlotID
    /// The name of the value in `out`; nil: the reply's text.
    public var source: String?

    public init(target: SlotID, source: String?) {
      self.target = target
      self.source = source
    }
  }

  /// Which language model, by the name that the server's settings know.
  public var role: String
  public var product: Product
  public var prompt: SpokenText
  /// How many of the newest lines of the thread it is shown.
  public var history: Int
  /// What it may look up while it works: reads only.
  public var tools: [ToolID]
  /// Where to go when no language model is configured for the role; nil: `failed`.
  public var without: NodeID?
  public var assignments: [Assignment]

  public init(
    role: String, product: Product, prompt: SpokenText, history: Int = 0, tools: [ToolID] = [], without: NodeID? = nil,
    assignments: [Assignment] = []
  ) {
    self.role = role
    self.product = product
    self.prompt = prompt
    self.history = history
    self.tools = tools
    self.without = without
    self.assignments = assignments
  }

  /// The words of the one `choice` that `out` is: each is an outcome. Else nil.
  public var choices: [String]? { product.choices }
}

extension LanguageModelNode.Product {
  /// The words of the one `choice` that is asked for by itself. Else nil.
  public var choices: [String]? {
    guard case .out(let values) = self, values.count == 1, case .choice(let words)? = values.first?.type else { return nil }
    return words
  }
}
