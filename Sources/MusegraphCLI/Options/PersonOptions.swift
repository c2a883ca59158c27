import ArgumentParser
import MuseDefinition
import MuseExpression
import MuseSource

/// `--zone` and `--locale`: where the person is, and what they read.
struct PersonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The person's time zone; the graph's, if left out."), transform: PersonOptions.readZone)
  var zone: Zone?

  @Option(
    help: ArgumentHelp("The person's locale: one of the graph's, or a region of it, as de-AT; its first, if left out."),
    transform: PersonOptions.readLocale)
  var locale: LocaleID?

  /// - Throws: `CommandFailure` for a language that the graph has no texts in.
  func locale(for graph: ConversationGraph) throws -> LocaleID? {
    guard let locale, !graph.locales.contains(where: { $0.language == locale.language }) else { return locale }
    let known = graph.locales.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    throw CommandFailure(
      .usage, "'\(graph.name)' has no texts for '\(locale.rawValue)', but for \(known). Choose one, or list it under 'locales'.")
  }

  static func readZone(_ name: String) throws -> Zone {
    if let zone = Zone(named: name) { return zone }
    let near = nearestName(to: name, among: Zone.names).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError("There is no such time zone. Write one like Europe/London.\(near)")
  }

  static func readLocale(_ name: String) throws -> LocaleID {
    guard name.wholeMatch(of: /[a-z]{2,3}(-[A-Z]{2})?/) != nil else {
      throw ValidationError("That is no locale. Write one like en or en-GB.")
    }
    return LocaleID(rawValue: name)
  }
}
