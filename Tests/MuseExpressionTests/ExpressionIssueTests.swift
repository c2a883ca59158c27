import MuseExpression
import Testing

@Suite("What is wrong with an expression")
struct ExpressionIssueTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var source: String
    var report: [String]

    init(_ source: String, _ report: String...) {
      self.source = source
      self.report = report
    }

    var testDescription: String { source }
  }

  @Test(
    "is said in whole sentences, at its place",
    arguments: [
      Case("titel == 'a'", #"unknownName 0..<5 There is nothing called "titel" here. Did you mean "title"? [title]"#),
      Case(
        "a == zzzzzz", #"unknownName 0..<1 There is nothing called "a" here. Did you mean "at"? [at]"#,
        #"unknownName 5..<11 There is nothing called "zzzzzz" here. Use the name of a slot or a fact, or put a text between quotes."#
      ),
      Case("title = 'a'", #"syntax 6..<7 "=" does not belong into an expression. Write == to compare two values."#),
      Case("title and urgent", #"syntax 6..<9 "and" is not expected here. Write && for "and"."#),
      Case("urgent or urgent", #"syntax 7..<9 "or" is not expected here. Write || for "or"."#),
      Case("not urgent", #"syntax 4..<10 "urgent" is not expected here. Write ! for "not"."#),
      Case("title is 'a'", #"syntax 6..<8 "is" is not expected here. Write == to compare two values."#),
      Case(
        "title == “a”", #"syntax 9..<10 "“" does not belong into an expression. Put texts between straight quotes: '…' or "…"."#),
      Case("title ==", "syntax 8..<8 A value is missing before the end. Write a name, a number, a text in quotes or a call."),
      Case("(count + 1", #"syntax 10..<10 ")" is missing before the end. Close what was opened before with ")"."#),
      Case("[1, 2", #"syntax 5..<5 "]" is missing before the end. Close what was opened before with "]"."#),
      Case("'abc", "syntax 0..<4 A text in quotes does not end. Close it with the quote it began with."),
      Case("", "syntax 0..<0 Here is no expression. Write a name, a value or a condition."),
      Case(
        "30m", "syntax 0..<3 A number runs into a word. Part them, or put a text between quotes. A duration is duration('30m')."),
      Case(
        "99999999999999999999",
        "syntax 0..<20 This number is too large. Integers go up to 9223372036854775807; write a number with a point for more."),
      Case(#"'\q'"#, #"syntax 1..<3 "\q" stands for nothing. Write \\ for a backslash, \n for a new line."#),
      Case("count.title", #"type 6..<11 This is an integer, which has no "title". Take the field out."#),
      Case("meeting.titel", #"unknownName 8..<13 An event has no "titel". Did you mean "title"? [title]"#),
      Case(
        "people.name", #"type 7..<11 This is a list, and a list has no "name". For that of every item write .map(x, x.name)."#),
      Case("was.strt > now", #"unknownName 4..<8 "was" has no "strt". Did you mean "start"? [start]"#),
      Case("known(was)", #"unknownName 6..<9 "was" is nothing by itself. Write was.start or was.title."#),
      Case("siz(tags)", #"unknownName 0..<3 There is no function "siz". Did you mean "size"? [size]"#),
      Case(
        "title.startWith('a')", #"unknownName 6..<15 There is no function "startWith". Did you mean "startsWith"? [startsWith]"#),
      Case(
        "math.great(1)", #"unknownName 5..<10 There is no function "math.great". Did you mean "math.greatest"? [math.greatest]"#),
      Case("cel.bnd(x, 1, x)", #"unknownName 4..<7 There is no function "bnd". Did you mean "bind"? [bind]"#),
      Case(
        "first > 3",
        #"unknownName 0..<5 There is nothing called "first" here. Use the name of a slot or a fact, or put a text between quotes."#
      ),
      Case("[?title]", "type 2..<7 This is a text, which is always there. Take the ? before it out."),
      Case("title.?x", #"type 7..<8 This is a text, which has no "x". Take the field out."#),
      Case("title.in", #"syntax 6..<8 A field is missing before "in". Write the name of a field behind the dot."#),
      Case(
        "title.matches('[')", "syntax 14..<17 The pattern does not close a set: a ] is missing. Write it in the syntax of RE2."),
      Case("tags.all(t, t, true)", #"syntax 9..<10 "all" is not written like this. Write list.all(x, condition)."#),
      Case(
        "place.orValue(1)",
        #"type 0..<16 "orValue" does not work on an optional<text> and an integer. It is used like this: optional<anything>.orValue(anything) -> anything."#
      ),
      Case("size == 1", #"unknownName 0..<4 "size" is a function. Call it: size(…)."#),
      Case(
        "contains(title, 'a')",
        #"type 0..<20 "contains" does not work on a text and a text. It is used like this: text.contains(text) -> boolean."#),
      Case("title + count", #"type 0..<13 "+" does not work on a text and an integer. Put string(…) around the number."#),
      Case(
        "title + start",
        #"type 0..<13 "+" does not work on a text and a datetime. Put string(…) around the other, or use {…} in a text."#),
      Case(
        "start > today",
        #"type 0..<13 ">" does not work on a datetime and a date. It is used like this: datetime > datetime -> boolean; date > date -> boolean."#
      ),
      Case(
        "start > 'now'",
        #"type 0..<13 ">" does not work on a datetime and a text. It is used like this: text > text -> boolean; datetime > datetime -> boolean."#
      ),
      Case("title == 1", "type 0..<10 A text and an integer are never equal. Compare values of the same type."),
      Case("meeting == null", "type 0..<15 An event and null are never equal. To ask whether a slot is set, write known(…)."),
      Case("1 in tags", "type 0..<9 A list<text> never holds an integer. Ask for a text."),
      Case("urgent ? 1 : 'a'", "type 0..<16 One side gives an integer, the other a text. Let both sides give the same type."),
      Case(
        "title && urgent",
        "type 0..<5 A condition is needed here, and this is a text. Write something that is true or false, such as a comparison with ==."
      ),
      Case(
        "start.getHours() > 9",
        "notAllowed 6..<14 getHours() does not say in which time zone. Name one, as in getHours('Europe/London'), or use date(…) or time(…), which go by the conversation's zone."
      ),
      Case(
        "known(meeting.title)",
        "notAllowed 6..<19 known(…) asks about a whole slot or fact, not about a part of one. Write known(meeting), or has(meeting.title) for the part."
      ),
      Case(
        "known(1 + 1)",
        "notAllowed 6..<11 known(…) asks about a slot or a fact, and this is none. Write the name alone: known(start)."),
      Case("known(titel)", #"unknownName 6..<11 There is nothing called "titel" here. Did you mean "title"? [title]"#),
      Case("known()", #"syntax 0..<5 "known" is not written like this. Write known(slot)."#),
      Case("has(title)", #"syntax 4..<9 "has" is not written like this. Write has(value.field)."#),
      Case("people.all(p.name, true)", #"syntax 11..<17 "all" is not written like this. Write list.all(x, condition)."#),
      Case("people.all(p)", #"syntax 7..<10 "all" is not written like this. Write list.all(x, condition)."#),
      Case("title.all(c, true)", "type 0..<5 This is a text, which has no items. Use a list or a map."),
      Case("{1.5: 1}", "type 1..<4 A map has no keys of type number. Use a text, an integer or a boolean."),
      Case("person{nam: 'a'}", #"unknownName 7..<10 A person has no "nam". Did you mean "name"? [name]"#),
      Case("person{name: 1}", #"type 13..<14 "name" is a text, and this is an integer. Give it a text."#),
      Case("pearson{name: 'a'}", #"unknownName 0..<7 There is no object type "pearson". Did you mean "person"? [person]"#),
      Case("in == 1", #"syntax 0..<2 "in" is a word of CEL and cannot be a name. Choose another name."#),
      Case("title 'a'", #"syntax 6..<9 A text in quotes is not expected here. Take it out, or put an operator before it."#),
      Case(
        "-title",
        #"type 0..<6 "-" does not work on a text. It is used like this: -integer -> integer; -number -> number; -duration -> duration."#
      ),
    ])
  func report(_ test: Case) {
    let issues: [ExpressionIssue] =
      switch CheckedExpression.check(test.source, expecting: nil, in: Sample.environment) {
      case .success: []
      case .failure(let found): found.issues
      }
    let report = issues.map { issue in
      "\(issue.kind) \(issue.offsets) \(issue.message) \(issue.advice)" + (issue.nearMiss.map { " [\($0)]" } ?? "")
    }
    #expect(report == test.report)
  }

  @Test(
    "an expression that is too deep or too long is refused, not run out of stack",
    arguments: [
      String(repeating: "(", count: 5000), String(repeating: "[", count: 200) + String(repeating: "]", count: 200),
      String(repeating: "!", count: 9000) + "true",
      String(repeating: "-", count: 9000) + "1", "1" + String(repeating: " + 1", count: 2000),
      "a" + String(repeating: ".a", count: 4000), String(repeating: "1", count: 20_000),
      "true" + String(repeating: " ? true : true", count: 600), String(repeating: "size(", count: 900),
      "x" + String(repeating: "[0]", count: 900),
      String(repeating: "{1:", count: 900),
    ])
  func bounded(source: String) {
    #expect(throws: ExpressionIssues.self) { try CheckedExpression.check(source, expecting: nil, in: Sample.environment).get() }
  }

  @Test("but many conditions in a row are fine")
  func wide() throws {
    let source = Array(repeating: "true", count: 1200).joined(separator: " && ")
    #expect(
      try CheckedExpression.check(source, expecting: .bool, in: Sample.environment).get().evaluate(in: Sample.context)
        == .bool(true))
  }
}
