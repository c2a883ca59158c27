import MuseExpression
import Testing

@Suite("The form of a condition")
struct ConditionFormTests {
  private static func form(_ source: String) throws -> ConditionForm {
    try CheckedExpression.check(source, expecting: .bool, in: Sample.environment).get().form
  }

  @Test(
    "what holds says what else does",
    arguments: [
      (["urgent"], "urgent"), (["urgent && count > 3"], "count  >  3"), (["!(urgent || count > 3)"], "!urgent"),
      (["!(urgent && count > 3)", "urgent"], "!(count > 3)"), (["urgent ? known(title) : false"], "known(title)"),
      (["title != 'a b'"], "!(title == 'a b')"), (["!(title != 'a')"], "title == 'a'"), (["!!urgent"], "urgent"),
      (["!known(title) || urgent", "known(title)"], "urgent"), ([], "urgent || !urgent"), ([], "known(title) || true"),
      (["tags.all(t, t != '')"], "tags.all(x, x != '')"),
    ])
  func implied(held: [String], goal: String) throws {
    #expect(try ConditionForm.imply(held.map(Self.form), Self.form(goal)))
  }

  @Test(
    "what need not hold is not said to",
    arguments: [
      (["urgent || count > 3"], "urgent"), (["!(urgent && count > 3)"], "!urgent"), (["urgent"], "count > 3"), ([], "urgent"),
      (["title == 'a b'"], "title == 'ab'"), (["title != 'a'"], "title == 'b'"), (["count > 3"], "count > 4"),
      (["urgent ? known(title) : known(place)"], "known(title)"), (["known(title)"], "known(place)"),
    ])
  func notImplied(held: [String], goal: String) throws {
    #expect(try !ConditionForm.imply(held.map(Self.form), Self.form(goal)))
  }

  @Test("of more parts than can be tried only the same is found out")
  func many() throws {
    let many = (0..<20).map { "count == \($0)" }.joined(separator: " || ")
    #expect(try ConditionForm.imply([Self.form(many)], Self.form(many)))
    #expect(try !ConditionForm.imply([Self.form("!(\(many))")], Self.form("!(\(many)) && true")))
  }

  @Test("the first place of each name that must be set is told")
  func reads() throws {
    let expression = try CheckedExpression.check(
      "known(title) || title == r'\\' + unset || size(unset) > count // urgent", expecting: .bool, in: Sample.environment
    ).get()
    #expect(expression.unguardedReads.map { "\($0.name) \($0.offsets)" } == ["title 16..<21", "unset 32..<37", "count 55..<60"])
  }
}
