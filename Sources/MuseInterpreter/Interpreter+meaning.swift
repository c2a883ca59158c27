extension Interpreter {
  /// Which meaning the language has in this build. It grows by one with every change by which a journal of an earlier build, computed
  /// again, would give other bytes; journals before the first such change have none, and are of meaning 1.
  ///
  /// New in meaning 2:
  /// - the silence of a graph's policy holds in the graphs that it runs;
  /// - words that do not fit the `pattern` of the slot that was asked are one of the tries;
  /// - a `classify` that asks again by its `reask` has left by `other`;
  /// - a cancel at the question of a slot that was to change leaves only that question;
  /// - a cancel in a graph that is run ends the yeses of those that run it;
  /// - a graph that cannot be given its `takes` is not begun;
  /// - a turn that is stopped after a write begins anew, and what can be made nothing of beside a yes ends it.
  public static let meaning: Int = 2
}
