import MuseRuntime

/// Finds the persons of an address book that some words may mean. A name nobody has is no hit: the graph's `refuse` says so.
struct PeopleSearch {
  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "doctor", "prof", "professor", "sir", "the", "my", "and", "with",
  ]

  let book: AddressBook

  /// The best matches only, in the order of the book. An e-mail address is the person of the book who has it, else a person by
  /// itself.
  func matches(_ text: String) -> [CalendarEvent.Person] {
    if text.contains("@") { return EmailAddress(in: text).map { [person(at: $0)] } ?? [] }
    let words = foldedWords(text)
    let names = words.filter { !Self.titles.contains($0) }
    guard !names.isEmpty else { return [] }
    return closest(book.people) { closeness(of: names, to: $0) }
  }

  private func person(at address: EmailAddress) -> CalendarEvent.Person {
    let known = book.people.first { $0.email.map(address.isSame) ?? false }
    return known ?? CalendarEvent.Person(id: address.text, name: address.text, email: address.text)
  }

  private func closeness(of words: [String], to person: CalendarEvent.Person) -> Closeness? {
    let names = foldedWords(person.name)
    // One word is not the whole of a name: of a lone "Ann" and an "Ann Archer" either may be meant.
    if words.count > 1, words == names { return .same }
    let mailbox = person.email.map { foldedWords(String($0.prefix { $0 != "@" })) } ?? []
    return Closeness.ofAll(words, among: names + mailbox + foldedWords(person.id))
  }
}
