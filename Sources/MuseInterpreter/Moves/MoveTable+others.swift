extension MoveTable {
  static func atWait(_ heard: Heard) -> Entry {
    switch heard {
    case .fill, .change, .addItem, .removeItem:
      Entry(.leaves("message"), "A 'wait' that names 'message' ends with it; at another it is a correction as anywhere.")
    case .reopen, .agree, .refuse, .choose, .none, .intent, .secondIntent, .skip, .nonsense:
      Entry(.leaves("message"), "A 'wait' that names 'message' ends with it; another goes on.")
    case .cancel: Entry(.goes, "Where 'policy.cancel' says.")
    case .digress: Entry(.goes, "To the digression, which comes back to the wait.")
    case .repeat, .help: Entry(.asksAgain, "What was said last, again; the wait goes on.")
    case .startOver: Entry(.goes, "To 'begin', with fresh slots.")
    case .silence: Entry(.nothing, "It asks nothing: what it waits for counts, and silence does not.")
    case .event: Entry(.leaves("event"), "One that it names, and whose condition holds.")
    case .button: Entry(.asMove, "An exact move; one of an older question changes nothing.")
    }
  }

  static func atHandoff(_ heard: Heard) -> Entry {
    switch heard {
    case .fill, .change, .addItem, .removeItem, .reopen, .agree, .refuse, .choose, .none, .intent, .secondIntent, .cancel,
      .digress,
      .skip, .repeat, .help, .startOver, .nonsense, .button:
      Entry(.relays, "Passed on to the person who has come, and not understood.")
    case .silence: Entry(.nothing, "It asks nothing: its 'timeout' counts, until somebody comes.")
    case .event: Entry(.nothing, "Only a 'wait' hears events.")
    }
  }

  static func atUndo(_ heard: Heard) -> Entry {
    switch heard {
    case .agree: Entry(.goes, "The write is taken back, if the question was delivered before; what came of it is told.")
    case .refuse, .cancel, .skip: Entry(.goes, "Nothing is taken back; the cancel goes on where 'policy.cancel' says.")
    case .fill, .change, .addItem, .removeItem, .reopen, .help: Entry(.helps, "It is a yes/no question: asked again.")
    case .repeat: Entry(.asksAgain, "The question again.")
    case .intent, .secondIntent: Entry(.keeps, "Kept, and told so; the question again.")
    case .choose, .none, .nonsense: Entry(.counts, "Understood in no part: one try; the last in vain is a no.")
    case .digress: Entry(.goes, "To the digression, which comes back to this question.")
    case .startOver: Entry(.goes, "To 'begin', with fresh slots; nothing is taken back.")
    case .silence: Entry(.asSilence, "As the 'silence' of the node or the policy's has it.")
    case .event: Entry(.nothing, "Only a 'wait' hears events.")
    case .button: Entry(.asMove, "Its own two buttons are yes and no.")
    }
  }

  static func inDigression(_ heard: Heard) -> Entry {
    switch heard {
    case .change, .addItem, .removeItem, .reopen:
      Entry(.returns, "Of an outer slot: the digression ends, and it is handled where it was left.")
    case .cancel: Entry(.returns, "Ends the digression.")
    case .digress: Entry(.goes, "Takes the place of the digression: they are one deep.")
    case .fill, .agree, .refuse, .choose, .none, .intent, .secondIntent, .skip, .repeat, .help, .startOver,
      .nonsense, .silence, .event, .button:
      Entry(.asMove, "As at a wait of that kind outside.")
    }
  }

  static func inSubgraph(_ heard: Heard) -> Entry {
    switch heard {
    case .change: Entry(.asMove, "Of its own slots as anywhere; of a caller's, the 'changed' of the 'run', if it names one.")
    case .digress: Entry(.goes, "Its own, else one of a graph that runs it; then this question again.")
    case .intent, .secondIntent:
      Entry(.asMove, "Its own as anywhere; one of a caller's is kept for the caller's next 'classify'.")
    case .silence: Entry(.asSilence, "As its 'silence' or its policy's has it, else the policy of a graph that runs it.")
    case .cancel: Entry(.leaves("cancelled"), "Ends the graph: 'cancelled' of the 'run'.")
    case .startOver: Entry(.goes, "To the 'begin' of the outermost graph, with fresh slots.")
    case .fill, .addItem, .removeItem, .reopen, .agree, .refuse, .choose, .none, .skip, .repeat, .help, .nonsense, .event,
      .button:
      Entry(.asMove, "As at a wait of that kind in a graph by itself.")
    }
  }
}
