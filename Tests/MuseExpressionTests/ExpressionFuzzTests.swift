import MuseExpression
import Testing

/// A small generator whose seed is printed, so that a failure can be had again (SplitMix64).
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("Whatever an expression holds, it never traps")
struct ExpressionFuzzTests {
  static let words = [
    "title", "start", "length", "people", "place", "meeting", "day", "at", "count", "price", "urgent", "anything", "now", "today",
    "was.start", "unset", "tags", "ages",
    "known", "maybe", "has", "size", "contains", "map", "filter", "all", "exists", "exists_one", "timestamp", "duration", "date",
    "time", "int", "uint", "double", "string",
    "bool", "bytes", "dyn", "type", "getHours", "getDayOfWeek", "x", "p", "person", "in", "null", "true", "false",
    "9223372036854775807", "-9223372036854775808", "0", "1", "-1",
    "18446744073709551615u", "1u", "1e308", "0.0", "1.5", "'a'", "''", "'315576000000s'", "'2026-11-27T15:00:00Z'",
    "'9999-12-31'", "b'\\xff'", "r'\\'", "'''", "\"", "(", ")",
    "[", "]", "{", "}", ".", ",", ":", "?", "&&", "||", "!", "-", "+", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "`", "\\",
    "é", "🐱", "\n", "//", "{{", "}}",
  ]

  /// How parts are put together; `#` stands for another expression. Well-formed more often than not, so that evaluation is reached.
  static let shapes = [
    "(# + #)", "(# - #)", "(# * #)", "(# / #)", "(# % #)", "(# == #)", "(# != #)", "(# < #)", "(# >= #)", "(# in #)", "-#", "!#",
    "(# && # || #)", "(# ? # : #)", "[#, #]", "[?#, #]", "{#: #}", "{?#: #}", "#[#]", "#[?#]", "dyn(#).?name", "dyn(#).name",
    "dyn(#).a",
    "size(#)", "int(#)", "uint(#)", "double(#)", "string(#)", "bytes(#)", "bool(#)", "timestamp(#)", "duration(#)", "date(#)",
    "time(#)",
    "type(#)", "dyn(#)", "timestamp(#, #)", "maybe(#, #)", "format(#)", "plural(#, #, #)", "plural(#, {'one': #})",
    "dyn(#).map(x, #)", "dyn(#).filter(x, #)", "dyn(#).all(x, #)", "dyn(#).exists(x, y, #)", "dyn(#).existsOne(x, #)",
    "dyn(#).sortBy(x, #)", "dyn(#).transformList(x, y, #, #)", "dyn(#).transformMap(x, y, #)",
    "dyn(#).transformMapEntry(x, y, {x: #})",
    "cel.bind(x, #, #)", "dyn(#).optMap(x, #)", "dyn(#).optFlatMap(x, #)", "optional.of(#)", "optional.none()",
    "optional.ofNonZeroValue(#)", "dyn(#).or(#)", "dyn(#).orValue(#)", "dyn(#).value()", "dyn(#).hasValue()",
    "dyn(#).unwrapOpt()",
    "dyn(#).getHours()", "dyn(#).getDate('Europe/London')", "dyn(#).getDayOfYear(#)", "dyn(#).getMilliseconds()",
    "dyn(#).charAt(#)", "dyn(#).indexOf(#, #)", "dyn(#).lastIndexOf(#, #)", "dyn(#).substring(#, #)", "dyn(#).split(#, #)",
    "dyn(#).replace(#, #, #)", "dyn(#).join(#)", "dyn(#).reverse()", "dyn(#).trim()", "dyn(#).upperAscii()", "strings.quote(#)",
    "dyn(#).format([#, #])", "'%s %d'.format([#, #])", "'%.3f %e'.format([#, #])", "'%x %b'.format([#, #])", "dyn(#).matches(#)",
    "base64.encode(#)", "base64.decode(#)", "dyn(#).slice(#, #)", "dyn(#).flatten(#)", "dyn(#).flatten()", "dyn(#).distinct()",
    "dyn(#).sort()", "dyn(#).first()", "dyn(#).last()", "lists.range(#)", "math.greatest(#, #)", "math.least(#)", "math.round(#)",
    "math.abs(#)", "math.sign(#)", "math.sqrt(#)", "math.bitAnd(#, #)", "math.bitNot(#)", "math.bitShiftLeft(#, #)",
    "math.bitShiftRight(#, #)", "person{id: #, name: #}", "person{?email: #}", "google.protobuf.Int32Value{value: #}",
    "google.protobuf.Struct{fields: #}",
  ]

  static func expression(_ chance: inout Chance, depth: Int) -> String {
    guard depth > 0, let shape = shapes.randomElement(using: &chance) else {
      return words.prefix(66).randomElement(using: &chance) ?? "1"
    }
    let pieces = shape.split(separator: "#", omittingEmptySubsequences: false)
    var source = String(pieces[0])
    for piece in pieces.dropFirst() {
      source += expression(&chance, depth: Int.random(in: 0..<depth, using: &chance)) + piece
    }
    return source
  }

  static func value(_ chance: inout Chance, depth: Int = 3) -> Value {
    let seconds = Int64(truncatingIfNeeded: chance.next()) >> Int64.random(in: 0..<63, using: &chance)
    switch Int.random(in: 0..<(depth > 0 ? 16 : 12), using: &chance) {
    case 0: return .null
    case 1: return .bool(.random(using: &chance))
    case 2: return .int(seconds)
    case 3: return .uint(UInt64(bitPattern: seconds))
    case 4: return .double(Double(bitPattern: chance.next()))
    case 5: return .string(words.randomElement(using: &chance) ?? "")
    case 6: return .bytes([UInt8(truncatingIfNeeded: seconds)])
    case 7: return .timestamp(Instant(seconds: seconds, nanoseconds: Int32.random(in: 0..<1_000_000_000, using: &chance)))
    case 8:
      return .duration(
        Duration(
          secondsComponent: seconds / 4, attosecondsComponent: Int64.random(in: 0..<1_000_000_000_000_000_000, using: &chance)))
    case 9: return .date(CivilDate(year: Int(seconds), month: Int.random(in: 1...12, using: &chance), day: 28))
    case 10: return .time(TimeOfDay(secondOfDay: Int.random(in: 0..<86_400, using: &chance)))
    case 11: return .empty
    case 12: return .list((0..<3).map { _ in value(&chance, depth: depth - 1) })
    case 13: return .map(MapValue(entries: [.init(key: value(&chance, depth: 0), value: value(&chance, depth: depth - 1))]))
    case 14: return .object(ObjectValue(type: "person", fields: ["name": value(&chance, depth: depth - 1)]))
    default: return .type(.list(.dyn))
    }
  }

  /// Checks, evaluates and renders; only that it comes back counts.
  static func run(_ source: String, _ chance: inout Chance) -> Bool {
    let values = Dictionary(uniqueKeysWithValues: Sample.environment.variables.keys.sorted().map { ($0, value(&chance)) })
    let context = EvaluationContext(
      now: Instant(seconds: 1_795_000_000), zone: Zone(named: "Europe/London") ?? .utc, locale: "en", objects: Sample.objects
    ) { $0 == "unset" ? nil : values[$0] }
    if case .success(let template) = TextTemplate.check("{\(source)}", in: Sample.environment) {
      // Failing is as good an answer as any.
      _ = try? template.render(in: context)
    }
    if case .success(let plain) = StandardExpression.parse(source, container: "was") { _ = try? plain.evaluate(in: context) }
    guard case .success(let expression) = CheckedExpression.check(source, expecting: nil, in: Sample.environment) else {
      return false
    }
    _ = try? expression.evaluate(in: context)
    return true
  }

  @Test("built from words", arguments: 1...4 as ClosedRange<UInt64>)
  func words(seed: UInt64) {
    var chance = Chance(seed: seed)
    for _ in 0..<1500 {
      let count = Int.random(in: 1...24, using: &chance)
      let source = (0..<count).map { _ in Self.words.randomElement(using: &chance) ?? "" }
      _ = Self.run(source.joined(separator: Bool.random(using: &chance) ? " " : ""), &chance)
    }
  }

  @Test("built by rule, with any values", arguments: 11...14 as ClosedRange<UInt64>)
  func grammar(seed: UInt64) {
    var chance = Chance(seed: seed)
    var checked = 0
    for _ in 0..<1500 where Self.run(Self.expression(&chance, depth: 5), &chance) { checked += 1 }
    #expect(checked > 100)
  }

  @Test("and then cut, doubled and swapped", arguments: 21...24 as ClosedRange<UInt64>)
  func mutated(seed: UInt64) {
    var chance = Chance(seed: seed)
    for _ in 0..<1000 {
      var scalars = Array(Self.expression(&chance, depth: 4).unicodeScalars)
      for _ in 0..<Int.random(in: 1...4, using: &chance) where !scalars.isEmpty {
        let index = scalars.indices.randomElement(using: &chance) ?? 0
        switch Int.random(in: 0..<3, using: &chance) {
        case 0: scalars.remove(at: index)
        case 1: scalars.insert(scalars[index], at: index)
        default: scalars.swapAt(index, scalars.indices.randomElement(using: &chance) ?? 0)
        }
      }
      _ = Self.run(String(String.UnicodeScalarView(scalars)), &chance)
    }
  }

  @Test("made of the reference's examples, cut and mixed", arguments: 51...54 as ClosedRange<UInt64>)
  func examples(seed: UInt64) {
    var chance = Chance(seed: seed)
    let sources = FunctionCatalogueTests.examples.map { Array($0.expression.utf8) }
    for _ in 0..<1500 {
      var bytes = sources.randomElement(using: &chance) ?? []
      for _ in 0..<Int.random(in: 1...5, using: &chance) where !bytes.isEmpty {
        let index = bytes.indices.randomElement(using: &chance) ?? 0
        let other = sources.randomElement(using: &chance) ?? []
        switch Int.random(in: 0..<5, using: &chance) {
        case 0: bytes.remove(at: index)
        case 1: bytes[index] = UInt8.random(in: 0...255, using: &chance)
        case 2: bytes.insert(contentsOf: bytes[..<index], at: index)
        case 3: bytes.replaceSubrange(index..., with: other)
        default: bytes.insert(contentsOf: other.suffix(8), at: index)
        }
      }
      _ = Self.run(String(decoding: bytes, as: UTF8.self), &chance)
    }
  }

  @Test("patterns of any marks", arguments: 61...64 as ClosedRange<UInt64>)
  func patterns(seed: UInt64) {
    var chance = Chance(seed: seed)
    let marks = [
      "a", "b", "é", "(", ")", "[", "]", "{", "}", "*", "+", "?", "|", "^", "$", ".", "-", ":", ",", "1", "9", "\\", "\\d", "\\p",
      "\\Q",
      "\\E", "(?i", "(?:", "(?P<n>", "[[:alpha:]]", "\\x{1F431}", "{2}", "{3,}", "\n",
    ]
    for _ in 0..<3000 {
      let pattern = (0..<Int.random(in: 0...20, using: &chance)).map { _ in marks.randomElement(using: &chance) ?? "" }.joined()
      let text = (0..<Int.random(in: 0...12, using: &chance)).map { _ in marks.randomElement(using: &chance) ?? "" }.joined()
      #expect(!Plain.outcome(of: "text.matches(pattern)", ["text": .string(text), "pattern": .string(pattern)]).isEmpty)
    }
  }

  @Test("any bytes in any text", arguments: 31...32 as ClosedRange<UInt64>)
  func bytes(seed: UInt64) {
    var chance = Chance(seed: seed)
    for _ in 0..<1000 {
      let bytes = (0..<Int.random(in: 0...40, using: &chance)).map { _ in UInt8.random(in: 0...255, using: &chance) }
      _ = Self.run(String(decoding: bytes, as: UTF8.self), &chance)
    }
  }

  @Test("any value prints, compares and is stored", arguments: 41...42 as ClosedRange<UInt64>)
  func values(seed: UInt64) {
    var chance = Chance(seed: seed)
    for _ in 0..<2000 {
      let value = Self.value(&chance)
      #expect(!ValueFormatterTests.text(value).contains("\0"))
      _ = value.description
      _ = value.celEquals(Self.value(&chance))
    }
  }
}
