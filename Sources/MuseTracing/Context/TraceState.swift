/// The list that makers of traces pass on to one another: `rojo=00f067aa0ba902b7,congo=t61rcWkgMzE`.
///
/// Source: W3C Trace Context, section 3.3.
enum TraceState {
  private static let mostMembers = 32

  /// The list without what it need not have; nil where it is empty, or not well formed: then all of it goes.
  static func checked(_ text: String) -> String? {
    var members: [String] = []
    var keys: Set<String> = []
    for part in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: true) {
      let member = trimmed(part)
      guard !member.isEmpty else { continue }
      guard let equals = member.firstIndex(of: UInt8(ascii: "=")), isKey(member[..<equals]),
        isValue(member[member.index(after: equals)...]),
        let key = String(member[..<equals]), let written = String(member), keys.insert(key).inserted
      else { return nil }
      members.append(written)
    }
    return members.isEmpty || members.count > mostMembers ? nil : members.joined(separator: ",")
  }

  private static func trimmed(_ part: Substring.UTF8View) -> Substring.UTF8View {
    let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let start = part.drop(while: isSpace)
    guard let end = start.lastIndex(where: { !isSpace($0) }) else { return start }
    return start[...end]
  }

  /// `simple`, or `tenant@system`.
  private static func isKey(_ key: Substring.UTF8View) -> Bool {
    let parts = key.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard key.allSatisfy({ isKeyByte($0) || $0 == UInt8(ascii: "@") }), let first = parts.first?.first else { return false }
    switch parts.count {
    case 1: return key.count <= 256 && isLetter(first)
    case 2:
      guard parts[0].count <= 241, parts[1].count <= 14, let system = parts[1].first else { return false }
      return (isLetter(first) || isDigit(first)) && isLetter(system)
    default: return false
    }
  }

  private static func isValue(_ value: Substring.UTF8View) -> Bool {
    guard (1...256).contains(value.count), value.last != UInt8(ascii: " ") else { return false }
    return value.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "=") }
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte)
      || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/")].contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
