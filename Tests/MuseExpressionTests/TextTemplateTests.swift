import MuseExpression
import Testing

@Suite("A text")
struct TextTemplateTests {
  static func outcome(of source: String) -> String {
    switch TextTemplate.check(source, in: Sample.environment) {
    case .failure(let issues):
      return issues.issues.map { "\($0.kind) \($0.offsets): \($0.message)" }.joined(separator: "\n")
    case .success(let template):
      do {
        return try template.render(in: Sample.context)
      } catch {
        return "error at \(error.offset): \(error.message)"
      }
    }
  }

  @Test(
    "prints its parts",
    arguments: [
      ("", ""), ("plain", "plain"), ("{title}", "Design review"), ("{{title}}", "{title}"), ("{{{title}}}", "{Design review}"),
      ("a }} b {{ c", "a } b { c"),
      (
        "{title}, {start}, {length}, with {people}{maybe(', at ', place)}. Shall I book it?",
        "Design review, Friday 27 November at 3 pm, 30 minutes, with Ann and Bob. Shall I book it?"
      ),
      ("{ {'a': {'b': 1}}['a']['b'] }", "1"), ("{title + '}'}", "Design review}"), ("{title + \"}\\\"{\"}", "Design review}\"{"),
      ("Nothing is planned {day}.", "Nothing is planned Friday 27 November."),
      ("{urgent ? 'now' : 'later'}", "later"), ("{place}", ""), ("{meeting}", "Standup"), ("é {title}", "é Design review"),
      ("{maybe('with ', people)}", "with Ann and Bob"), ("{'''it's}'''}!", "it's}!"), (#"{r'\' + '}'}"#, #"\}"#),
      ("{''}{place.orValue('nowhere')}", "nowhere"), ("{count} {plural(count, 'tag', 'tags')}", "3 tags"),
    ])
  func renders(source: String, text: String) {
    #expect(Self.outcome(of: source) == text)
  }

  @Test(
    "reports what is wrong, at its place in the whole text",
    arguments: [
      ("é {titel}", "unknownName 3..<8: There is nothing called \"titel\" here."),
      ("say {title", "syntax 4..<5: This brace is not closed."),
      (
        "say title} and {strt}",
        "syntax 9..<10: This brace closes nothing.\nunknownName 16..<20: There is nothing called \"strt\" here."
      ), ("{}", "syntax 1..<1: Here is no expression."),
      ("{title + 1}", "type 1..<10: \"+\" does not work on a text and an integer."),
      ("{'its}", "syntax 0..<1: This brace is not closed."),
      ("{unset}", "error at 1: \"unset\" is not known yet."), ("ab {1 / 0}", "error at 6: A number cannot be divided by zero."),
    ])
  func issues(source: String, report: String) {
    #expect(Self.outcome(of: source) == report)
  }

  @Test("says what it reads")
  func references() throws {
    let template = try TextTemplate.check("{title}{maybe(place, start)}{known(day) ? day : today}", in: Sample.environment).get()
    #expect(template.references == ["title", "place", "start", "day", "today"])
    #expect(template.guardedReferences == ["place", "start", "day"])
    #expect(TextTemplate(literal: "{title}").references == [])
    #expect(try TextTemplate(literal: "{title}").render(in: Sample.context) == "{title}")
  }
}
