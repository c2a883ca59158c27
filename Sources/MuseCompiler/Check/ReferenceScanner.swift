/// Finds the places of names in an expression or in the expressions of a text. The checked expression knows which names it reads;
/// this knows where they stand.
enum ReferenceScanner {
  struct Reference {
    var name: String
    /// Unicode scalars of the whole text.
    var offsets: Range<Int>
  }

  /// The first place of each name that is read outside of `known(…)` and `maybe(…)`. A name that the same expression asks
  /// `known(…)` of counts as looked after.
  static func unguarded(in text: String, isTemplate: Bool) -> [Reference] {
    let scalars = Array(text.unicodeScalars)
    let regions = isTemplate ? expressions(in: scalars) : [0..<scalars.count]
    var found: [Reference] = []
    for region in regions {
      var scanner = Scanner(scalars: scalars, region: region)
      scanner.scan()
      found += scanner.references.filter { !scanner.known.contains($0.name) }
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.name).inserted }
  }

  /// The stretches between the braces of a text; doubled braces stand for themselves.
  private static func expressions(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var regions: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "{" else {
        index += 1
        continue
      }
      if index + 1 < scalars.count, scalars[index + 1] == "{" {
        index += 2
        continue
      }
      let end = closingBrace(in: scalars, from: index + 1)
      regions.append(index + 1..<end)
      index = end + 1
    }
    return regions
  }

  private static func closingBrace(in scalars: [Unicode.Scalar], from start: Int) -> Int {
    var depth = 0
    var index = start
    while index < scalars.count {
      switch scalars[index] {
      case "'", "\"": index = quoteEnd(in: scalars, from: index, limit: scalars.count)
      case "{": depth += 1
      case "}" where depth == 0: return index
      case "}": depth -= 1
      default: break
      }
      index += 1
    }
    return scalars.count
  }

  /// The index of the closing quote, or the last one before the limit.
  fileprivate static func quoteEnd(in scalars: [Unicode.Scalar], from start: Int, limit: Int) -> Int {
    var index = start + 1
    while index < limit, scalars[index] != scalars[start] { index += scalars[index] == "\\" ? 2 : 1 }
    return min(index, limit)
  }

  private struct Scanner {
    let scalars: [Unicode.Scalar]
    let region: Range<Int>
    var references: [Reference] = []
    /// Names asked for by `known(name)`.
    var known: Set<String> = []
    private var guards: [Bool] = []

    init(scalars: [Unicode.Scalar], region: Range<Int>) {
      self.scalars = scalars
      self.region = region
    }

    mutating func scan() {
      var index = region.lowerBound
      var pendingCall: String?
      while index < region.upperBound {
        let scalar = scalars[index]
        switch scalar {
        case "'", "\"":
          index = ReferenceScanner.quoteEnd(in: scalars, from: index, limit: region.upperBound) + 1
        case "(":
          guards.append(pendingCall == "known" || pendingCall == "maybe" || (guards.last ?? false))
          index += 1
        case ")":
          _ = guards.popLast()
          index += 1
        case _ where scalar.isNameStart:
          let end = nameEnd(from: index)
          pendingCall = take(index..<end)
          index = end
          continue
        default:
          index += 1
        }
        if !scalar.isBlank { pendingCall = nil }
      }
    }

    private func nameEnd(from start: Int) -> Int {
      var end = start
      while end < region.upperBound, scalars[end].isNameStart || ("0"..."9").contains(scalars[end]) { end += 1 }
      return end
    }

    /// Notes a name; returns it if it is a function's.
    private mutating func take(_ offsets: Range<Int>) -> String? {
      let name = String(String.UnicodeScalarView(scalars[offsets]))
      let before = scalars[region.lowerBound..<offsets.lowerBound].last { !$0.isBlank }
      let after = scalars[offsets.upperBound..<region.upperBound].first { !$0.isBlank }
      if after == "(" { return name }
      if before == "." || (before.map { ("0"..."9").contains($0) } ?? false) { return nil }
      if guards.last ?? false {
        known.insert(name)
      } else {
        references.append(Reference(name: name, offsets: offsets))
      }
      return nil
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isNameStart: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_" }
}
