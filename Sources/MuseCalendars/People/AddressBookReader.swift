import MuseRuntime
import MuseSource

/// Turns the rows of an address file into people, and collects what is wrong with them.
struct AddressBookReader {
  private enum Column: String, CaseIterable {
    case id, name, email
  }

  private let file: SourceFile
  private let rows: [[Located<String>]]
  private(set) var findings: [Diagnostic]

  init(file: SourceFile) {
    var text = CommaSeparatedReader(file: file)
    self.file = file
    self.rows = text.rows()
    self.findings = text.findings
  }

  mutating func people() -> [CalendarEvent.Person] {
    defer { findings.sort { $0.location < $1.location } }
    guard let header = rows.first else {
      report("address-header", "The address file is empty.", "Begin it with the line id,name,email.", at: start)
      return []
    }
    guard let columns = columns(of: header) else { return [] }
    var seen: [String: SourceLocation] = [:]
    return rows.dropFirst().compactMap { person(in: $0, columns: columns, seen: &seen) }
  }

  private var start: SourceLocation { SourceLocation(file: file.path, range: SourceRange(line: 1, column: 1)) }

  /// Nil where the header cannot be used.
  private mutating func columns(of header: [Located<String>]) -> [Column]? {
    let before = findings.count
    var columns: [Column] = []
    for field in header {
      let name = field.value.lowercased()
      guard let column = Column(rawValue: name) else {
        let near = nearestName(to: name, among: Column.allCases.map(\.rawValue))
        report(
          "address-header", "\"\(field.value)\" is no column of an address file.", "Use id, name and email.", at: field.location,
          near)
        continue
      }
      if columns.contains(column) {
        report("address-header", "The column \"\(name)\" stands twice.", "Keep one of them.", at: field.location)
      }
      columns.append(column)
    }
    guard findings.count == before else { return nil }
    for column in [Column.id, .name] where !columns.contains(column) {
      report("address-header", "The column \"\(column)\" is missing.", "Begin the file with the line id,name,email.", at: start)
    }
    return findings.count == before ? columns : nil
  }

  private mutating func person(
    in row: [Located<String>], columns: [Column], seen: inout [String: SourceLocation]
  ) -> CalendarEvent.Person? {
    guard let first = row.first else { return nil }
    guard row.count == columns.count else {
      let advice = "Write \(columns.map(\.rawValue).joined(separator: ",")), and put a field that holds a comma between quotes."
      report("address-fields", "The line has \(row.count) fields, the header has \(columns.count).", advice, at: first.location)
      return nil
    }
    let fields = Dictionary(zip(columns, row), uniquingKeysWith: { first, _ in first })
    guard let id = filled(.id, of: fields), let name = filled(.name, of: fields), isNew(id, among: &seen) else { return nil }
    guard let written = fields[.email], !written.value.isEmpty else {
      return CalendarEvent.Person(id: id.value, name: name.value, email: nil)
    }
    guard let email = EmailAddress(written.value) else {
      let advice = "Write it as name@example.com, or leave it empty."
      report("address-email", "\"\(written.value)\" is no e-mail address.", advice, at: written.location)
      return nil
    }
    return CalendarEvent.Person(id: id.value, name: name.value, email: email.text)
  }

  private mutating func filled(_ column: Column, of fields: [Column: Located<String>]) -> Located<String>? {
    guard let field = fields[column] else { return nil }
    if !field.value.isEmpty { return field }
    report("address-fields", "The field \"\(column)\" is empty.", "Every person needs an id and a name.", at: field.location)
    return nil
  }

  private mutating func isNew(_ id: Located<String>, among seen: inout [String: SourceLocation]) -> Bool {
    guard let earlier = seen.updateValue(id.location, forKey: id.value) else { return true }
    var finding = Diagnostic(
      id: "address-id", message: "The id \"\(id.value)\" is used twice.", advice: "Give every person an id of their own.",
      location: id.location)
    finding.related = [Diagnostic.Related(message: "It was used here before.", location: earlier)]
    findings.append(finding)
    return false
  }

  private mutating func report(
    _ id: DiagnosticID, _ message: String, _ advice: String, at location: SourceLocation, _ nearMiss: String? = nil
  ) {
    findings.append(Diagnostic(id: id, message: message, advice: advice, location: location, nearMiss: nearMiss))
  }
}
