import MuseSource

/// Variables that look like settings and are none. They are no mistake: others set some, as container platforms do for a service
/// that is called "musegraph".
enum UnknownVariables {
  static func remarks(on environment: [String: String], catalogue: [Setting]) -> [String] {
    let known = catalogue.flatMap(\.keys).map(SettingLookup.variable)
    return environment.keys.sorted().filter { $0.hasPrefix("MUSEGRAPH_") && !known.contains($0) }.compactMap { name in
      nearestName(to: name, among: known).map { "The variable '\(name)' is no setting. Did you mean '\($0)'?" }
    }
  }
}
