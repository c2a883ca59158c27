import MuseExpression
import Testing

private let long = String(repeating: "z", count: 1000)
private let ideographs = String((0..<1900).compactMap { Unicode.Scalar(0x4E00 + $0).map(Character.init) })

/// What the examples in the catalogue leave open. Each holds in a graph and in plain CEL alike.
@Suite("A function")
struct FunctionTests {
  private func both(_ source: String, _ result: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(Sample.outcome(of: source) == result, sourceLocation: sourceLocation)
    #expect(Plain.outcome(of: source) == result, sourceLocation: sourceLocation)
  }

  @Test(
    "of texts",
    arguments: [
      ("'©αT'.charAt(1)", #""α""#), ("'ab'.charAt(2)", #""""#),
      ("'ab'.charAt(3)", "error: There is no place 3: places go from 0 to 2."),
      ("'ta©o©αT'.indexOf('©', 3)", "4"), ("'abc'.indexOf('')", "0"), ("'abc'.indexOf('', 2)", "2"), ("'abc'.indexOf('x')", "-1"),
      ("'abc'.indexOf('a', 4)", "error: There is no place 4: places go from 0 to 3."), ("'abc'.lastIndexOf('')", "3"),
      ("'ta©o©αT'.lastIndexOf('©', 3)", "2"), ("'bananananana'.lastIndexOf('nana', 7)", "6"), ("'aaa'.lastIndexOf('aa')", "1"),
      ("''.lastIndexOf('@@')", "-1"), ("'tacocat'.substring(7)", #""""#), ("'ta©o©αT'.substring(2, 6)", #""©o©α""#),
      ("'abc'.substring(2, 1)", "error: The part would end at 1, before it begins at 2."),
      ("'\\u2000 a\\u00a0\\u3000'.trim()", #""a""#), ("'\\u180ea\\u200b'.trim().size()", "3"), ("'  '.trim()", #""""#),
      ("'a,b,c'.split(',', 0)", "[]"), ("'a,b,c'.split(',', 1)", #"["a,b,c"]"#), ("'a,b,c'.split(',', 9)", #"["a", "b", "c"]"#),
      ("'a,b,'.split(',')", #"["a", "b", ""]"#), ("''.split(',')", #"[""]"#), ("''.split('')", "[]"),
      ("'é🐱'.split('')", #"["é", "🐱"]"#), ("'abc'.split('', 2)", #"["a", "bc"]"#), ("'aaa'.replace('aa', 'b')", #""ba""#),
      ("'abc'.replace('', '-')", #""-a-b-c-""#), ("'abc'.replace('b', '', 0)", #""abc""#),
      ("'a.b'.replace('.', '..')", #""a..b""#),
      ("[].join(',')", #""""#), ("[dyn(1)].join(',')", "error: Only texts are joined, and this list holds an integer."),
      ("'ÄbC'.lowerAscii() + 'äbC'.upperAscii()", #""ÄbcäBC""#), ("''.reverse() + 'ab😀'.reverse()", #""😀ba""#),
      (#"strings.quote("\a\b\f\n\r\t\v\\\"é")"#, #""\"\\a\\b\\f\\n\\r\\t\\v\\\\\\\"é\"""#),
      ("base64.encode(b'\\xff')", #""/w==""#), ("string(base64.decode('YQ'))", #""a""#),
      ("base64.decode('?')", "error: This text is no base64."),
    ])
  func texts(source: String, result: String) { both(source, result) }

  @Test(
    "of lists",
    arguments: [
      ("[1, [2, [3, []]]].flatten(5)", "[1, 2, 3]"), ("[[1]].flatten(0)", "[[1]]"),
      ("[1].flatten(-1)", "error: A list is not made flat -1 levels deep."), ("[1, 1.0, 1u, 2].distinct()", "[1, 2]"),
      ("[1, 2].slice(0, 2)", "[1, 2]"), ("[1].slice(0, 2)", "error: There is no place 2: places go from 0 to 1."),
      ("[1, 2].slice(2, 1)", "error: The part would end at 1, before it begins at 2."), ("lists.range(0)", "[]"),
      ("lists.range(-5)", "[]"), ("[].sort()", "[]"), ("[b'b', b'a'].sort()", #"[b"\x61", b"\x62"]"#),
      ("[true, false].sort()", "[false, true]"), ("[2.0, 0.0/0.0, 1.0].sort().map(x, string(x))", #"["1", "2", "NaN"]"#),
      ("[dyn(1), dyn('a')].sort()", "error: An integer and a text have no order."),
      ("[dyn([1])].sort()", "error: A list<anything> and a list<anything> have no order."),
      ("[3, 1, 2].sortBy(x, -x)", "[3, 2, 1]"), ("['b', 'a', 'c'].sortBy(x, 0)", #"["b", "a", "c"]"#),
      ("[[2], [1]].sortBy(x, x[0])", "[[1], [2]]"), ("[].first().hasValue()", "false"), ("[].last().orValue(7)", "7"),
      ("[1, 2].last().value()", "2"), ("[].first().value()", "error: There is no value here."),
      ("[1, 2].transformMap(i, x, x * 2)", "{0: 2, 1: 4}"), ("{'a': 1}.transformList(k, x, k + string(x))", #"["a1"]"#),
      ("['a', 'b'].transformMapEntry(i, x, {'k': x})", #"error: The key "k" comes twice."#),
      ("[1, 2, 3].all(i, x, x == i + 1)", "true"), ("{'a': 1}.exists(k, x, k == 'a' && x == 1)", "true"),
      ("[8].existsOne(i, x, i == 0 && x == 8)", "true"), ("[1, 2].exists_one(i, x, x > 0)", "false"),
      ("[1, 2, 3].exists(i, x, x / i == 17)", "error: A number cannot be divided by zero."),
      ("cel.bind(a, 'x', cel.bind(b, a + 'y', a + b))", #""xxy""#), ("cel.bind(x, 1, [2].map(x, x + 1))", "[3]"),
    ])
  func lists(source: String, result: String) { both(source, result) }

  @Test(
    "of numbers",
    arguments: [
      ("math.greatest(1, 2.5, 2u)", "2.5"), ("math.greatest(1, 1.0)", "1"), ("math.least(1u, 1)", "1u"),
      ("math.greatest([1, 3, 2])", "3"), ("math.least([])", "error: There is no number among none."),
      ("math.greatest([dyn('a')])", "error: This is a text, and no number."), ("math.round(-2.5)", "-3.0"),
      ("math.trunc(-1.9)", "-1.0"),
      ("math.ceil(-1.2)", "-1.0"), ("math.floor(-1.2)", "-2.0"), ("math.isNaN(math.round(0.0/0.0))", "true"),
      ("math.abs(-9223372036854775807 - 1)", "error: The result does not fit into 64 bits."), ("math.sign(-7)", "-1"),
      ("math.sign(0u)", "0u"), ("math.sign(-0.5)", "-1.0"), ("math.sqrt(2u) * math.sqrt(2u) < 2.1", "true"),
      ("math.isInf(-1.0/0.0)", "true"), ("math.isFinite(0.0/0.0)", "false"), ("math.bitXor(5u, 1u)", "4u"),
      ("math.bitNot(0u)", "18446744073709551615u"),
      ("math.bitShiftRight(-1024, 3)", "2305843009213693824"), ("math.bitShiftLeft(1, 64)", "0"),
      ("math.bitShiftLeft(-1, 1)", "-2"),
      ("math.bitShiftRight(1u, -1)", "error: Bits are not moved by -1, which is negative."),
    ])
  func numbers(source: String, result: String) { both(source, result) }

  @Test(
    "format writes values into a text",
    arguments: [
      ("'%%%s%%'.format(['a'])", #""%a%""#),
      ("'%s'.format([[1u, b'x', null, {'b': 1.5, 'a': []}]])", #""[1, x, null, {a: [], b: 1.5}]""#),
      ("'%s %s'.format([duration('90m'), timestamp(0)])", #""5400s 1970-01-01T00:00:00Z""#),
      ("'%s'.format([type(1)])", #""int""#),
      ("'%s'.format([1e21])", #""1000000000000000000000""#), ("'%s'.format([-2.5e-7])", #""-0.00000025""#),
      ("'%s'.format([b'\\xff\\xfea'])", "\"\u{FFFD}a\""), ("'%d %d'.format([-5, 3.5])", #""-5 3.5""#),
      ("'%x %X %x'.format([255u, b'\\xab', 'hi'])", #""ff AB 6869""#), ("'%b %o %b'.format([-5, 8, true])", #""-101 10 1""#),
      ("'%.0f %.0f %.0f'.format([0.5, 1.5, 2.5])", #""0 2 2""#), ("'%.3f'.format([1.2345])", #""1.234""#),
      ("'%.2f'.format([9.999])", #""10.00""#), ("'%f'.format([2])", #""2.000000""#),
      ("'%.1f'.format([1e22])", #""10000000000000000000000.0""#),
      ("'%e'.format([1052.032911275])", #""1.052033e+03""#), ("'%.2e'.format([0.0])", #""0.00e+00""#),
      ("'%.1e'.format([-9.99e-300])", #""-1.0e-299""#),
      ("'%d %f %e %s'.format([0.0/0.0, 1.0/0.0, -1.0/0.0, 0.0/0.0])", #""NaN Infinity -Infinity NaN""#),
      ("'%f'.format([-0.0])", #""-0.000000""#),
      ("'x'.format([1, 2])", #""x""#), ("'%s'.format([])", "error: There is no value for %s: the list is too short."),
      ("'%d'.format(['a'])", "error: %d does not write a text."), ("'%f'.format([null])", "error: %f does not write null."),
      ("'%b'.format(['a'])", "error: %b does not write a text."), ("'%x'.format([1.5])", "error: %x does not write a number."),
      ("'%a'.format([1])", "error: %a stands for nothing: write %s, %d, %f, %e, %b, %o, %x or %X."),
      ("'%.2s'.format([1])", "error: %s takes no number of digits."),
      ("'50%'.format([1])", "error: The text ends behind a %; write %% for the mark itself."),
      ("'%.9999f'.format([1])", "error: Behind %. stands how many digits are wanted, at most 1000, and then f or e."),
    ])
  func format(source: String, result: String) { both(source, result) }

  @Test(
    "that builds much is paid for before it is built",
    arguments: [
      "lists.range(1000000000000)", "lists.range(9223372036854775807).size()",
      "cel.bind(a, '0123456789'.replace('', '0123456789').replace('', '0123456789').replace('', '0123456789'), a.replace('', a)).size()",
      "lists.range(90000).map(x, x).map(x, x)", "lists.range(3000).map(x, lists.range(3000)).flatten().size()",
      "lists.range(5000).distinct().size()", "cel.bind(a, lists.range(20000), a.sortBy(x, -x)).sort().sort().sort()",
      "lists.range(300).map(x, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'.matches('(a{0,20}){0,20}b'))",
      "lists.range(2000).transformMapEntry(i, x, {x: i}).size()",
      "lists.range(60000).map(x, '%.1000f'.format([1.0])).size()",
      "lists.range(-9223372036854775807).size() + lists.range(3000000).size()",
      "lists.range(20000).all(x, '\(long)'.size() > 0)", "lists.range(20000).all(x, '\(long)' == '\(long)')",
      "'\(long)\(long)'.matches('[\(ideographs)]{1000}q')",
    ])
  func cost(source: String) { both(source, "error: This takes more than 100000 steps.") }

  @Test("what costs less than nothing gives nothing back")
  func negativeCost() {
    let range = "lists.range(-9223372036854775807)"
    both("[\(range), \(range), \(range), \(range), \(range)].size()", "5")
  }
}
