import MuseDefinition
public import MuseExpression

extension Interpreter {
  /// The locale in which a thread is spoken to: the one that the client named last, where the graph has texts in its language.
  ///
  /// - Parameter named: what the client names now.
  public func locale(of state: ThreadState, named: LocaleID? = nil) -> LocaleID {
    talking(in: state).locale(for: named ?? state.locale)
  }

  /// The zone in which times are meant: the one that the client named last, else the graph's.
  public func zone(of state: ThreadState) -> Zone {
    state.zone.flatMap(Zone.init(named:)) ?? talking(in: state).zone
  }
}

extension ConversationGraph {
  /// `de-AT` where the graph has `de`: its words are German, its dates Austrian. The graph's first locale for a language that it
  /// has no words in.
  func locale(for named: LocaleID?) -> LocaleID {
    guard let named, locales.contains(where: { $0.language == named.language }) else { return locale }
    return named
  }
}
