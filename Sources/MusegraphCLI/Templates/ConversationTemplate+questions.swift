extension ConversationTemplate {
  static let questions = ConversationTemplate(
    "questions", summary: "finds out what somebody wants, and answers; looks an answer up with a tool",
    contents: [
      "graph.yaml": graph, "calendar.tools.yaml": tools, "scenarios/answers.scenario.yaml": scenario, "README.md": readme,
    ])

  private static let graph = """
    musegraph: 1
    name: NAME
    title: "Answers questions"
    locales: [en]
    timezone: Europe/London
    import: [calendar.tools.yaml]      # what it can call

    slots:                             # what a person may tell
      day:
        type: date
        default: today

    facts:                             # what only tools and the graph set
      entries: list<event>

    intents:                           # what a person may want, with examples of how it is said
      hours:
        - "when are you open"
        - "what are your opening hours"
        - "are you open on Sunday"
      place:
        - "where are you"
        - "what is your address"
      programme:
        - "what is on today"
        - "what is on [tomorrow](day)"
        - "what happens [on Friday](day)"
      finish:
        - "that is all"
        - "good bye"

    begin: triage

    nodes:
      triage:
        classify: [hours, place, programme, finish]
        say: "You can ask for our opening hours, our address, and what is on."
        reask: "Is there anything else?"
        forget: [day]
        next: {hours: hours, place: place, programme: programme, finish: bye, other: lost}
      hours:
        say: "We are open from Tuesday to Sunday, from 10 am to 6 pm."
        next: triage
      place:
        say: "You find us at 12 Mill Lane."
        next: triage
      programme:
        call: calendar.list
        with: [day]
        set: {entries: listed.entries}
        next: {listed: read_out, empty: nothing_on, failed: sorry}
      read_out:
        say: "On {day}: {entries}."
        next: triage
      nothing_on:
        say: "Nothing is on {day}."
        next: triage
      lost:
        say: "I am sorry, I cannot answer that."
        next: triage
      sorry:
        say: "I cannot look that up just now."
        next: triage
      bye:
        end: finished
        say: "Good bye."
    """

  private static let tools = """
    musegraph: 1
    types:
      event:
        fields: {id: text, title: text, start: datetime, length: duration, people: list<person>}
        show: "{title}, {start}"
    tools:
      calendar.list:
        effect: reads
        takes: {day: date}
        outcomes: {listed: {entries: list<event>}, empty: {}}
    """

  private static let scenario = """
    scenario: "Answers one question after the other"
    now: "2026-03-02 09:00"
    calendar:
      - {title: "Open evening", start: "2026-03-03 18:00"}
    talk:
      - user: "when are you open?"
        bot: "We are open from Tuesday to Sunday*"
        at: triage
      - user: "what is on tomorrow"
        calls: [calendar.list]
        bot: "*Open evening*"
        at: triage
      - user: "blue seven"
        bot: "I am sorry*"
        at: triage
      - user: "that is all"
        bot: "Good bye."
        ends: finished
    """

  private static let readme = """
    # NAME

    A conversation that finds out what somebody wants to know, and answers.

    ```
    musegraph chat .          # talk with it here
    musegraph serve .         # talk with it in a browser
    musegraph test .          # play the written conversations
    musegraph validate .      # after every change
    ```

    | file | what it is |
    |---|---|
    | `graph.yaml` | the conversation |
    | `calendar.tools.yaml` | what it can call, and how each call can end |
    | `scenarios/` | conversations that are tests |

    Try this: add an intent `price` with three ways to ask for it, a node that answers, and its way out in `triage`.
    """
}
