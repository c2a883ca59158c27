/// The time zone database of this build: 597 names, one line for each set of rules (see `Scripts/zone-table`).
public enum ZoneTable {
  /// Where the line of each name starts behind its names.
  private static let index: [Substring: Substring] = {
    var index: [Substring: Substring] = [:]
    for line in lines.split(separator: "\n") {
      guard let bar = line.firstIndex(of: "|") else { continue }
      let rules = line[line.index(after: bar)...]
      for name in line[..<bar].split(separator: ",") { index[name] = rules }
    }
    return index
  }()

  static var names: [String] { index.keys.map(String.init).sorted() }

  static func rules(named name: String) -> ZoneRules? {
    index[Substring(name)].flatMap(ZoneRules.init(line:))
  }
}
