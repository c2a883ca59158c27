extension Rule {
  /// Every rule, in the order in which an author meets them: the file, its form, its names, its types, its texts, its flow.
  package static let all: [Rule] = [
    fileTooLarge, yamlCharacter, yamlDirective, yamlTab, yamlSyntax, repeatedKey, yamlAlias, yamlAnchor, yamlTag, yamlMerge,
    yamlKey, yamlMeaning, unquotedComment,
    brokenKey, tooDeep, missingKey, unknownKey, missingValue, wrongKind, notYet, notInToolsFile, noVerb, severalVerbs, badID,
    reservedID, declaredTwice, slotAndFact, listedTwice, badLocale, unknownLocale, missingLocale, untranslated, unknownTimezone,
    badType,
    unknownType, slotType, choiceWithoutOf, ofWithoutChoice, badOption, badLimit, badDefault, badPattern, badExample,
    objectWithoutLookup,
    lookupShape,
    intentWithoutExamples, malformedMark, unknownNode, unknownSlot, unknownIntent, unknownTool, unknownParameter,
    missingArgument, unknownField, unknownOutcome, missingOutcome, nextNeedsOutcomes, missingElse, backOutside, missingImport,
    importCircle, notByItself, slotCircle, badLike, badButton, badUndo, badDuration, unrepeatable, writesOnly, unknownGraph,
    runCircle,
    eachBody, eachWaits, replyOrOut, writeByModel, waitForNothing, unknownEvent, silenceInVain, expressionSyntax, unknownName,
    wrongType, notAllowed, confirmVariants, silentQuestion, nothingToAsk,
    unreachable, deadEnd, turnWithoutEnd, turnTooLong, readBeforeSet, pastWithoutChange, writeWithoutConfirm,
    writesFreely, falseClaim, staleAnswer, neverTaken, sensitiveInPrompt, unused,
  ]
}
