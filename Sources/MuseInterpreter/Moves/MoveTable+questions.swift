extension MoveTable {
  static func atBeginning(_ heard: Heard) -> Entry {
    switch heard {
    case .fill: Entry(.begins, "A run begins; the value goes to the first question that takes it.")
    case .change, .addItem, .removeItem: Entry(.begins, "A run begins; with nothing told before, it fills.")
    case .reopen, .agree, .refuse, .choose, .none, .skip, .repeat, .help, .nonsense:
      Entry(.begins, "A run begins; there is nothing yet that it could be about.")
    case .intent: Entry(.begins, "A run begins; the first 'classify' takes it.")
    case .secondIntent: Entry(.begins, "A run begins; the first is taken, the second kept.")
    case .cancel, .startOver: Entry(.begins, "A run begins, as it would anyway.")
    case .digress: Entry(.begins, "A run begins; the first 'classify' answers it beside and then asks.")
    case .silence: Entry(.never, "Silence is noticed only after a question.")
    case .event: Entry(.nothing, "Only a 'wait' hears events.")
    case .button: Entry(.begins, "The newest reply's button is its move; an older one's is nothing.")
    }
  }

  static func atClassify(_ heard: Heard) -> Entry {
    switch heard {
    case .fill, .change, .addItem, .removeItem:
      Entry(.leaves("intent"), "A value whose slot is marked in exactly one declared intent is that intent; else 'other'.")
    case .reopen, .agree, .refuse, .choose, .none, .nonsense: Entry(.leaves("other"), "It names no intent: 'other'.")
    case .intent: Entry(.leaves("intent"), "The intent is taken, with every slot that its examples mark.")
    case .secondIntent: Entry(.leaves("intent"), "The first is taken; the second is kept, and told so.")
    case .cancel: Entry(.goes, "Where 'policy.cancel' says; every yes is void.")
    case .digress: Entry(.goes, "To the digression, which comes back here.")
    case .skip: Entry(.asksAgain, "There is nothing to skip: the question again.")
    case .repeat: Entry(.asksAgain, "The question again, as it was.")
    case .help: Entry(.helps, "First what may be wanted, then what else can be said.")
    case .startOver: Entry(.goes, "To 'begin', with fresh slots.")
    case .silence: Entry(.asSilence, "As its 'silence' or the policy's has it.")
    case .event: Entry(.nothing, "Only a 'wait' hears events.")
    case .button: Entry(.asMove, "An exact move; one of an older question changes nothing.")
    }
  }

  static func atAsk(_ heard: Heard) -> Entry {
    switch heard {
    case .fill: Entry(.takes, "Taken, checked by 'where'; the next question is asked, or 'done'.")
    case .change: Entry(.takes, "Taken, if no rule of correction leads elsewhere; the question goes on.")
    case .addItem: Entry(.takes, "The item joins the list.")
    case .removeItem: Entry(.takes, "The item leaves the list; one that is not there changes nothing.")
    case .reopen: Entry(.reopens, "The slot's own question; its value stands until it is replaced, and a cancel leaves it.")
    case .agree, .choose, .none, .nonsense: Entry(.counts, "Understood in no part: one try, with more help each time.")
    case .refuse: Entry(.counts, "An optional slot is declined; else it is one try.")
    case .intent, .secondIntent:
      Entry(.keeps, "Kept for the next 'classify' that declares it, and told so; the question goes on.")
    case .cancel: Entry(.goes, "Where 'policy.cancel' says; every yes is void.")
    case .digress: Entry(.goes, "To the digression, which comes back to this question.")
    case .skip: Entry(.asksAgain, "An optional slot is declined; of another the person hears that it is needed.")
    case .repeat: Entry(.asksAgain, "The question again, as it was.")
    case .help: Entry(.helps, "The slot's help or a hint, then examples, then what else can be said.")
    case .startOver: Entry(.goes, "To 'begin', with fresh slots.")
    case .silence: Entry(.asSilence, "As its 'silence' or the policy's has it.")
    case .event: Entry(.nothing, "Only a 'wait' hears events.")
    case .button: Entry(.asMove, "An exact move; one of an older question changes nothing.")
    }
  }

  static func atChoices(_ heard: Heard) -> Entry {
    switch heard {
    case .fill, .change: Entry(.leaves("done"), "Any valid value for its slot answers the choice.")
    case .choose: Entry(.leaves("done"), "The entry of that number is taken.")
    case .none: Entry(.leaves("none"), "None of them.")
    case .refuse: Entry(.leaves("none"), "A bare no to what is on offer is 'none'.")
    case .agree, .nonsense: Entry(.counts, "It names no entry: one try.")
    case .skip: Entry(.asksAgain, "The person hears that it is needed; the list again.")
    case .repeat: Entry(.asksAgain, "The list again.")
    case .addItem, .removeItem, .reopen, .intent, .secondIntent, .cancel, .digress, .help, .startOver, .silence, .event, .button:
      Entry(.asAt(.ask), atAsk(heard).sentence)
    }
  }

  static func atConfirm(_ heard: Heard) -> Entry {
    switch heard {
    case .fill, .change: Entry(.leaves("changed"), "Of a covered slot: 'changed', whatever was said beside it.")
    case .addItem, .removeItem: Entry(.leaves("changed"), "An edit of a covered list is one change.")
    case .reopen:
      Entry(.reopens, "The slot's question is asked here; 'changed' only when a value has come, and a cancel leaves it.")
    case .agree: Entry(.leaves("agreed"), "A live yes, if the question was delivered before; else it is asked again.")
    case .refuse: Entry(.leaves("refused"), "'refused'.")
    case .choose, .none, .nonsense: Entry(.counts, "Understood in no part: one try.")
    case .intent, .secondIntent: Entry(.keeps, "Kept, and told so; a yes beside it counts.")
    case .cancel: Entry(.goes, "Where 'policy.cancel' says; it beats a yes.")
    case .digress: Entry(.goes, "To the digression, which comes back to this question.")
    case .skip, .help: Entry(.helps, "That it is a yes/no question, then what can be changed, then what else can be said.")
    case .repeat: Entry(.asksAgain, "The question again.")
    case .startOver: Entry(.goes, "To 'begin', with fresh slots.")
    case .silence: Entry(.asSilence, "As its 'silence' or the policy's has it.")
    case .event: Entry(.nothing, "Only a 'wait' hears events.")
    case .button: Entry(.asMove, "An exact move; one of an older question changes nothing.")
    }
  }
}
