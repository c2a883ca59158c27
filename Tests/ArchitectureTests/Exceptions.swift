/// What breaks a rule of the house with a reason. An entry that is not needed any more fails the tests too.
struct Exceptions {
  struct Entry: Hashable {
    /// The file, relative to the repository.
    var file: String
    /// What of it: the function, the type or the construct; empty for the file itself.
    var subject: String = ""
    var reason: String
  }

  static let longFiles: [Entry] = []

  static let longFunctions: [Entry] = []

  static let names: [Entry] = [
    Entry(
      file: "Sources/MuseServer/Connections/ConnectionManager.swift", subject: "ConnectionManager",
      reason: "clients of the prototype know it by this name")
  ]

  static let unsafeConstructs: [Entry] = []

  /// What was found and is not on the list, and what is on the list and was not found.
  static func unexpected(_ found: Set<Entry.Place>, against entries: [Entry]) -> [String] {
    let allowed = Set(entries.map(\.place))
    let missing = found.subtracting(allowed).map { "\($0) needs a reason in Exceptions.swift, or an end" }
    let stale = allowed.subtracting(found).map { "\($0) is excused in Exceptions.swift, but is not there" }
    return (missing + stale).sorted()
  }
}

extension Exceptions.Entry {
  struct Place: Hashable, CustomStringConvertible {
    var file: String
    var subject: String = ""

    var description: String { subject.isEmpty ? file : "\(file): \(subject)" }
  }

  var place: Place { Place(file: file, subject: subject) }
}
