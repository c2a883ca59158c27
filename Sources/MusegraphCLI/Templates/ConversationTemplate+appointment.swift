extension ConversationTemplate {
  static let appointment = ConversationTemplate(
    "appointment", summary: "asks for what it needs, looks whether the time is free, asks for a yes, and books it",
    contents: [
      "graph.yaml": graph, "calendar.tools.yaml": tools, "scenarios/books-an-appointment.scenario.yaml": scenario,
      "README.md": readme,
    ])

  private static let graph = """
    musegraph: 1
    name: NAME
    title: "Books an appointment"
    locales: [en]
    timezone: Europe/London
    import: [calendar.tools.yaml]      # what it can call

    slots:                             # what a person may tell
      subject:
        type: text
        max: 120
        ask: "What is it about?"
        examples: ["it is about [the kitchen](subject)"]
      start:
        type: datetime
        ask: "When would suit you?"
        where: "start > now"
        refuse: "{offered} has already passed."
      length:
        type: duration
        min: 15m
        max: 4h
        default: 1h

    facts:                             # what only tools and the graph set
      times: list<datetime>

    begin: hello

    nodes:
      hello:
        say: "I book appointments."
        next: details
      details:
        ask: [subject, start, length]  # the last is taken when it is said, and never asked
        next: {done: look}
      look:
        call: calendar.free_busy
        with: {people: "[]", start: start, length: length}
        set: {times: busy.alternatives}
        next: {free: agree, busy: offer}
      offer:
        ask: start
        say: "That time is taken."
        choices: times                 # "the second", "none of them" and any other time are understood
        next: {done: look, none: nothing_done}
      agree:
        confirm: "{subject}, {start}, {length}. Shall I book it?"
        covers: [subject, start, length]
        next: {agreed: book, refused: nothing_done, changed: details}
      book:                            # runs only after a yes to exactly what 'covers' lists
        call: calendar.create
        with: {title: subject, start: start, length: length, people: "[]"}
        set: {times: clash.alternatives}
        next: {created: booked, clash: offer}
      booked:
        say: "It is booked: {subject}, {start}."
        claims: book.created           # never said unless it was booked
        next: goodbye
      goodbye:
        end: booked

      nothing_done:
        end: nothing_done
        say: "All right, I changed nothing."
      not_done:
        end: nothing_done
        say: "The calendar does not answer. I changed nothing."
      not_sure:
        end: not_sure
        say: "The calendar did not answer, so I cannot tell whether it is booked. Please look there."

    otherwise:                         # where these lead when a node names no other place
      exhausted: nothing_done          # asked three times in vain
      failed: not_done                 # certainly not done
      unsure: not_sure                 # nobody can tell

    policy:
      cancel: nothing_done
    """

  private static let tools = """
    musegraph: 1
    tools:
      calendar.free_busy:
        effect: reads
        takes: {people: list<person>, start: datetime, length: duration}
        outcomes: {free: {}, busy: {alternatives: list<datetime>}}
      calendar.create:
        effect: writes
        repeat: same_key               # after a crash it is called again with the same key, and books once
        takes: {title: text, start: datetime, length: duration, people: list<person>}
        outcomes: {created: {}, clash: {alternatives: list<datetime>}}
    """

  private static let scenario = """
    scenario: "Books after a yes, not before"
    now: "2026-03-02 09:00"
    talk:
      - user: "hi"
        bot: "*What is it about?"
        at: details
      - user: "it is about the kitchen"
        bot: "When would suit you?"
      - user: "tomorrow at 3pm"
        bot: "the kitchen, *3 pm*Shall I book it?"
        at: agree
      - user: "yes, but at 4"
        bot: "the kitchen, *4 pm*Shall I book it?"
        at: agree
      - user: "yes"
        calls:
          - calendar.create: {start: "2026-03-03 16:00"}
        bot: "It is booked: the kitchen, *"
        ends: booked
    calendar_after:
      - {title: "the kitchen", start: "2026-03-03 16:00", length: 1h}
    """

  private static let readme = """
    # NAME

    A conversation that books an appointment. It asks for what it needs, looks whether the time is free, and books only after a yes
    to exactly what it will write.

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

    Try this: add a slot `place` with a question of its own, list it in `details`, in `covers` and in the text of `agree`, and run
    `musegraph test .` to see what the scenario says to that.
    """
}
