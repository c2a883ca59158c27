import MuseDefinition
import MuseExpression

extension ReferencePage {
  static let types = ReferencePage(
    "Types", title: "Types", abstract: "What a slot, a fact, a parameter or a field can hold.",
    [
      """
      Every slot says what it holds under `type`. The understanding reads values of these types out of what a person says; conditions \
      and texts see them as the type in the last column, whose functions are on <doc:Functions>.
      """,
      Markdown.table(["Type", "Holds", "A person says", "In conditions"], SlotType.samples.map(row)),
      "## Objects",
      "An object type has a name of its own under `types`, with typed `fields` and a text `show` that says how one is spoken of:",
      Markdown.block(
        """
        types:
          event:
            fields: {id: text, title: text, start: datetime, people: list<person>}
            show: "{title}, {start}"
        """, language: "yaml"),
      "A slot of an object type needs a `lookup`: the tool that turns words into one.",
    ])

  private static func row(of type: SlotType) -> [String] {
    let form = type.form
    return [Markdown.code(form.written), form.holds, form.said, Markdown.code(type.valueType.description)]
  }
}

extension SlotType {
  /// One of each kind, in the order of the reference.
  static let samples: [SlotType] = [
    .text, .number, .integer, .boolean, .choice([]), .date, .time, .datetime, .duration, .daterange, .timerange, .email, .phone,
    .url,
    .person, .list(.person), .optional(.text), .object("event"),
  ]

  fileprivate struct Form {
    var written: String
    var holds: String
    var said: String

    init(_ written: String, _ holds: String, said: String) {
      self.written = written
      self.holds = holds
      self.said = said
    }
  }

  fileprivate var form: Form {
    switch self {
    case .text: Form("text", "Words as they are said; `min` and `max` count characters.", said: "call it Design review")
    case .number: Form("number", "A number.", said: "2.5, two and a half")
    case .integer: Form("integer", "A whole number.", said: "12, a dozen")
    case .boolean: Form("boolean", "Yes or no.", said: "yes, no")
    case .choice: Form("choice", "One of the words under `of`.", said: "one of these words")
    case .date: Form("date", "A day.", said: "tomorrow, next Friday, 27 November")
    case .time: Form("time", "A time of day.", said: "3pm, half past nine, 15:30")
    case .datetime: Form("datetime", "A day and a time, also said in parts.", said: "tomorrow at 3, Friday … at 10")
    case .duration: Form("duration", "How long.", said: "half an hour, 90 minutes")
    case .daterange: Form("daterange", "From a day to a day.", said: "next week, from Monday to Friday")
    case .timerange: Form("timerange", "From a time to a time.", said: "from 2 to 4, in the afternoon")
    case .email: Form("email", "An e-mail address.", said: "ann@example.com")
    case .phone: Form("phone", "A phone number.", said: "+44 20 7946 0000")
    case .url: Form("url", "A web address.", said: "example.com/menu")
    case .person:
      Form("person", "Somebody: `id`, `name`, `email`. An address is a person by itself.", said: "Ann, bob@example.com")
    case .list:
      Form(
        "list<T>", "Several of a type; \"also\" adds, \"without\" removes, \"instead\" replaces.", said: "Ann and Bob, also Eve")
    case .optional: Form("optional<T>", "One of a type, or nothing: of parameters and fields.", said: "")
    case .object: Form("event", "An object with fields.", said: "words that its `lookup` understands")
    }
  }
}
