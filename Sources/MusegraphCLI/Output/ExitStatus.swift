/// How a command ends; the numbers are part of the interface.
enum ExitStatus: Int32, CaseIterable {
  case success = 0
  /// The input was read, and something is wrong with it: findings, a failed scenario, a replay that differs.
  case findings = 1
  /// Wrong usage, or a file that cannot be read.
  case usage = 2
  /// The input is fine, but this machine does not allow it: a port in use, a store that cannot be opened, a tool that nothing runs.
  case environment = 3
}

/// Ends a command. The sentence says what is wrong with the name in quotes, then what to do; nil where all has been said.
struct CommandFailure: Error {
  var status: ExitStatus
  var sentence: String?

  init(_ status: ExitStatus, _ sentence: String? = nil) {
    self.status = status
    self.sentence = sentence
  }
}
