package import MuseDefinition

/// A node of each verb, cut out of one whole graph that a test compiles.
package enum VerbExample {
  package static func text(of verb: Verb) -> String {
    let lines = graph.split(separator: "\n", omittingEmptySubsequences: false)
    let inside = lines.drop { !$0.hasPrefix("  # \(verb.rawValue)") || $0.dropFirst(4) != verb.rawValue }.dropFirst()
    return inside.prefix { !$0.hasPrefix("  # ") && !$0.isEmpty }.map { String($0.dropFirst(2)) }.joined(separator: "\n")
  }

  /// The graph that `rating` runs.
  package static let imported = """
    musegraph: 1
    name: rating
    slots:
      rating: {type: integer, min: 1, max: 5, ask: "How was it, from 1 to 5?"}
    begin: ask
    nodes:
      ask: {ask: rating, next: {done: rated, exhausted: unrated}}
      rated: {end: rated}
      unrated: {end: unrated}
    """

  /// It imports the other graph as `rating.graph.yaml`. Every node stands behind a comment that names its verb.
  package static let graph = """
    musegraph: 1
    name: verbs
    locales: [en]
    import: [rating.graph.yaml]
    tools:
      tables.find:
        effect: reads
        takes: {day: date, guests: integer}
        outcomes: {found: {times: list<time>}, full: {}}
      tables.book:
        effect: writes
        repeat: same_key
        takes: {day: date, at: time, guests: integer}
        outcomes: {booked: {number: text}, taken: {}}
      texts.send:
        effect: writes
        repeat: harmless
        takes: {to: person, number: text}
        outcomes: {sent: {}}
    slots:
      day: {type: date, ask: "For which day?", redo: details}
      guests: {type: integer, min: 1, max: 40, ask: "For how many?", redo: details}
      at: {type: time, ask: "At what time?"}
      friends: {type: list<person>, ask: "Whom shall I tell of it?"}
      rating: {type: integer, min: 1, max: 5, ask: "How was it, from 1 to 5?"}
    facts:
      times: list<time>
      number: text
      mood: text
      large: boolean
    intents:
      book: ["book a table", "a table for [four](guests)"]
      rate: ["rate my visit"]
    begin: triage
    nodes:
      # say
      warn:
        say: ["We take the large room.", "That is the large room."]
        buttons: {"All right": agree, "Not then": refuse}
        next: sure

      # classify
      triage:
        classify: [book, rate]
        say: "Would you like to book a table, or to rate your visit?"
        next: {book: details, rate: rating, other: triage}

      # ask
      details:
        ask: [day, guests, friends]
        tries: 2
        next: {done: look, exhausted: person}

      # call
      look:
        call: tables.find
        with: [day, guests]
        set: {times: found.times}
        next: {found: offer, full: sorry, failed: sorry}

      # set
      size:
        set: {large: "guests > 8"}
        next: check_size

      # when
      check_size:
        when:
          - {if: "guests > 20", to: person}
          - {if: "large", to: warn}
        else: sure

      offer:
        ask: at
        choices: times
        next: {done: size, none: sorry, exhausted: person}

      # confirm
      sure:
        confirm: "A table for {guests} on {day} at {at}. Shall I book it?"
        covers: [day, guests, at]
        next: {agreed: book, refused: sorry, changed: details, exhausted: person}

      book:
        call: tables.book
        with: [day, at, guests]
        set: {number: booked.number}
        next: {booked: invite, taken: look, failed: sorry, unsure: person}

      # each
      invite:
        each: friends
        as: friend
        call: texts.send
        with: {to: friend, number: number}
        freely: "It only tells friends of the table that was booked."
        next: {done: bye, some: bye, failed: bye}

      # wait
      pause:
        wait: {for: 2h, message: true}
        next: {for: rating, message: triage}

      # run
      rating:
        run: rating
        set: {rating: rated.rating}
        next: {rated: read_mood, unrated: bye, cancelled: bye, failed: bye}

      # llm
      read_mood:
        llm: reader
        out: {mood: text}
        prompt: "The guest gave {rating} of 5. Is a person needed?"
        without: bye
        set: {mood: out.mood}
        next: {next: bye, failed: bye}

      # handoff
      person:
        handoff: office
        say: "I am fetching a person."
        next: {returned: triage, closed: bye, unstaffed: sorry, timeout: sorry}

      sorry:
        say: "I am sorry, that does not work."
        next: pause

      # end
      bye:
        end: finished
        say: "Good bye."
    """
}
