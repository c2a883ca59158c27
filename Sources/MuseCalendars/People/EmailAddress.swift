/// An e-mail address as far as it can be told by looking at it: a local part, an `@`, a domain with a dot.
///
/// Narrower than RFC 5322: no comments, no quoted local parts, no address literals.
struct EmailAddress: Hashable {
  /// As written, but for the domain, which is in lower case.
  let text: String

  init?(_ text: some StringProtocol) {
    let halves = text.split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count == 2, text.utf8.count <= 254, Self.isDotted(halves[0]), Self.isDotted(halves[1]),
      halves[1].contains(".") || halves[1] == "localhost"
    else { return nil }
    self.text = "\(halves[0])@\(halves[1].lowercased())"
  }

  /// Addresses are one mailbox whatever their case: no provider that matters tells "Bob@" from "bob@".
  func isSame(as other: String) -> Bool { text.lowercased() == other.lowercased() }

  /// Finds the address in "Bob <bob@example.com>," or "mailto:bob@example.com".
  init?(in text: String) {
    let candidates = text.split { $0.isWhitespace || "<>()[],;\"".contains($0) }.filter { $0.contains("@") }
    guard let candidate = candidates.first, candidates.count == 1 else { return nil }
    let bare = candidate.lowercased().hasPrefix("mailto:") ? candidate.dropFirst(7) : candidate
    self.init(bare.last == "." || bare.last == "?" || bare.last == "!" ? bare.dropLast() : bare)
  }

  private static func isDotted(_ part: some StringProtocol) -> Bool {
    let atoms = part.split(separator: ".", omittingEmptySubsequences: false)
    return atoms.allSatisfy { atom in
      !atom.isEmpty
        && atom.unicodeScalars.allSatisfy { $0.value > 32 && $0.value != 127 && !"<>()[],;:\\\"".unicodeScalars.contains($0) }
    }
  }
}
