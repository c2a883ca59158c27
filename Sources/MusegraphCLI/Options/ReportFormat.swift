import ArgumentParser

/// `--format` of findings.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
