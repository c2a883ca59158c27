import MuseRuntime
import MuseServer
import MuseSource
import MuseWorkbench

/// Everything that `musegraph explain` can explain by its name.
enum Explanations {
  static let all = Explanation.findings + ofOtherFiles + errorCodes + refusals + exitStatuses

  /// Of the wire, in the order in which a message can meet them.
  static let errorCodes = ErrorCode.allCases.map(Explanation.init) + TurnFailure.allCases.map(Explanation.init)

  /// Of requests over HTTP.
  static let refusals = RefusalCode.allCases.map(Explanation.init)

  static let exitStatuses = ExitStatus.allCases.map(Explanation.init)

  /// What has this name; the case of letters does not matter, and `2` is `exit-2`.
  static func named(_ name: String) -> Explanation? {
    let wanted = name.lowercased()
    return all.first { $0.id.lowercased() == wanted || $0.id == "exit-" + wanted }
  }

  static func nearest(to name: String) -> String? {
    nearestName(to: name.lowercased(), among: (Explanation.findings + ofOtherFiles).map(\.id))
      ?? nearestName(to: name.uppercased(), among: (errorCodes + refusals).map(\.id))
  }
}

extension Explanation {
  fileprivate init(_ code: ErrorCode) {
    self.init(
      id: code.rawValue, kind: .errorCode, meaning: code.meaning, advice: code.advice, wrong: code.wrong, right: code.right)
  }

  fileprivate init(_ failure: TurnFailure) {
    self.init(id: failure.code, kind: .errorCode, meaning: failure.meaning, advice: failure.advice)
  }

  fileprivate init(_ code: RefusalCode) {
    self.init(id: code.rawValue, kind: .refusal, meaning: code.meaning, advice: code.advice)
  }

  fileprivate init(_ status: ExitStatus) {
    self.init(id: "exit-\(status.rawValue)", kind: .exitStatus, meaning: status.meaning, advice: status.advice)
  }
}

extension ExitStatus {
  fileprivate var meaning: String {
    switch self {
    case .success: "All is well. There may be warnings and notes."
    case .findings:
      "The input was read, and something is wrong with it: errors in a graph, a failed scenario, a replay that differs."
    case .usage: "The command was called in a wrong way, or a file cannot be read."
    case .environment:
      """
      The input is fine, but this machine does not allow it: a port in use, a store that cannot be opened, a tool that nothing runs, \
      a setting that is wrong, a journal of a build in which the language meant something else.
      """
    }
  }

  fileprivate var advice: String {
    switch self {
    case .success: "Nothing."
    case .findings: "Mend what is listed, each finding says how."
    case .usage: "Read the sentence on stderr, and the command's '--help'."
    case .environment: "Read the sentence on stderr: it names what is in the way."
    }
  }
}
