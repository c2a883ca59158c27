import MuseSource
import MuseWorkbench

/// `test --record`: writes what happened into the files of scenarios that expected something else.
struct ScenarioRecorder {
  private var results: [String: [ScenarioResult]] = [:]
  private var files: [SourceFile] = []

  mutating func add(_ report: ScenarioReport) {
    guard let result = report.result else { return }
    let file = report.found.file
    if results[file.path] == nil { files.append(file) }
    results[file.path, default: []].append(result)
  }

  /// The paths of the files that were changed.
  ///
  /// - Throws: `CommandFailure` where a file cannot be written.
  func record() throws -> [String] {
    try files.compactMap { file in
      guard let text = ScenarioRecording.text(of: file, recording: results[file.path] ?? []) else { return nil }
      try TextFile.write(text, to: file.path)
      return file.path
    }
  }
}
