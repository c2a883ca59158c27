/// How work ends that is no tool's: of a language model and of a handoff.
extension Outcome {
  /// A language model has spoken, in `text`.
  public static let reply: Outcome = "reply"
  /// A language model has given the values that were asked for.
  public static let out: Outcome = "out"
  /// No language model is configured for the role.
  public static let without: Outcome = "without"
  /// The thread waits for a person.
  public static let queued: Outcome = "queued"
}
