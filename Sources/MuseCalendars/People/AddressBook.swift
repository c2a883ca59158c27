public import MuseRuntime
public import MuseSource

/// The people whom words can mean (`people.find`). May be empty: then only e-mail addresses are persons.
public struct AddressBook: Hashable, Sendable {
  public let people: [CalendarEvent.Person]

  public init(people: [CalendarEvent.Person] = []) { self.people = people }

  /// Reads an address file: comma-separated text (RFC 4180) in UTF-8 with the header `id,name,email` in any order.
  ///
  /// ```
  /// id,name,email
  /// ann.archer,Ann Archer,ann.archer@example.com
  /// bob,"Bob ""the builder"" Carter",bob@example.com
  /// ```
  /// The column `email` may be missing, and its fields empty; an id may be no other person's. Blank lines do not count.
  ///
  /// - Throws: all findings of the file together.
  public init(parsing file: SourceFile) throws(AddressBookFindings) {
    var reader = AddressBookReader(file: file)
    let people = reader.people()
    guard reader.findings.isEmpty else { throw AddressBookFindings(diagnostics: reader.findings) }
    self.init(people: people)
  }
}

/// What is wrong with an address file, sorted by place.
public struct AddressBookFindings: Error, Hashable, Sendable {
  public var diagnostics: [Diagnostic]
}
