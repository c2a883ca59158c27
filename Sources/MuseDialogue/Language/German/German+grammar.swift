extension GrammarWords {
  static let german = GrammarWords(
    determiners: German.words([
      "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "mein", "meine", "meinen",
      "meinem", "meiner", "meines", "unser", "unsere", "unseren", "unserem", "unserer", "dein", "deine", "deinen", "ihr", "ihre",
      "ihren", "sein", "seine", "seinen", "dieser", "diese", "dieses", "diesen", "diesem", "jener", "jene", "alle", "kein",
      "keine", "keinen", "manche", "einige", "jeder", "jede", "jeden",
    ]),
    indefinite: ["ein", "eine", "einen", "einem", "einer", "eines", "irgendein", "irgendeinen", "irgendeine"],
    prepositions: German.words([
      "mit", "an", "am", "in", "im", "ins", "auf", "zu", "zum", "zur", "von", "vom", "für", "bei", "beim", "über", "unter", "nach",
      "vor", "bis", "zwischen", "um", "gegen", "aus", "ab", "seit", "ohne", "durch", "wegen", "statt", "anstatt", "während",
      "per", "pro", "neben", "ans", "aufs",
    ]),
    pronouns: [
      "ich", "du", "er", "sie", "es", "wir", "ihr", "mich", "mir", "dich", "dir", "ihn", "ihm", "uns", "euch", "ihnen", "sich",
      "etwas", "nichts", "alles", "jemand", "jemanden", "niemand", "niemanden", "man", "wer", "was", "selbst", "dort", "hier",
      "da", "einander", "welche",
    ],
    auxiliaries: German.words([
      "ist", "sind", "bin", "bist", "war", "waren", "sein", "wäre", "werden", "wird", "werde", "wurde", "würde", "würden", "habe",
      "hab", "hat", "haben", "hatte", "hätte", "kann", "kannst", "können", "könnte", "könntest", "könnten", "soll", "sollen",
      "sollte", "sollten", "muss", "müssen", "müsste", "darf", "dürfen", "will", "willst", "wollen", "wollte", "möchte", "möchten",
      "mag", "lass", "lassen", "nicht", "brauche", "brauchen", "gern", "gerne",
    ]),
    conjunctions: ["und", "oder", "aber", "dann", "denn", "weil", "wenn", "ob", "dass", "sondern", "sowie", "als", "während"],
    others: German.words([
      "bitte", "mal", "doch", "ja", "nein", "nur", "auch", "noch", "schon", "jetzt", "eigentlich", "vielleicht", "wirklich",
      "sehr", "wie", "wo", "wann", "warum", "welcher", "welches", "danke", "hallo", "hi", "hey", "ok", "okay", "gut", "also", "so",
      "stattdessen", "wieder", "immer", "eben", "halt", "denn", "etwa", "mehr", "viel", "bald", "oh", "äh", "ähm", "hm", "ach",
      "na", "nun", "dazu", "hinzu", "einfach", "lieber", "besser",
    ]),
    aroundValue: German.words([
      "mach", "mache", "machen", "es", "das", "ihn", "den", "die", "der", "dem", "ändere", "ändern", "auf", "zu", "ist", "sei", "wäre",
      "soll", "sollte", "wird", "am", "um", "für", "im", "in", "ab", "bis", "ein", "eine", "einen", "einer", "einem", "und", "bitte",
      "eigentlich", "lieber", "besser", "stattdessen", "ich", "wir", "du", "sie", "kannst", "können", "könnte", "könntest", "lass",
      "uns", "sagen", "sag", "oh", "nein", "ja", "doch", "aber", "äh", "ähm", "hm", "vielleicht", "wie", "was", "wenn", "nicht",
      "möchte", "hätte", "will", "brauche", "gern", "gerne", "gib", "mir", "setz", "setze", "leg", "lege", "zeit", "datum", "tag",
      "termin", "verschiebe", "verschieb", "nur", "auch", "von", "vom", "mit", "beginnt", "beginn", "anfang", "start", "starten",
      "fängt", "an", "dauert", "dauer", "lang", "lange", "etwa", "ungefähr", "circa", "lade", "lad", "hinzu", "dazu", "noch", "dann",
      "so", "ok", "okay", "klar", "passt", "gut", "person", "personen", "leute", "teilnehmer", "meine", "mein", "e", "mail",
      "adresse", "danke", "kommt", "kommen", "dabei", "hallo", "hier", "da", "ohne", "entferne", "streiche", "also", "mal", "uhr",
      "zum", "zur", "meinte", "meine", "war", "wäre", "schön", "ginge", "geht", "eher", "buche", "kann", "als",
    ]),
    beforePerson: [
      "mit", "treffe", "treffen", "lade", "lad", "einladen", "cc", "samt", "plus", "ohne", "inklusive", "sowie", "teilnehmer",
    ],
    betweenNames: ["auch", "noch", "dann", "nicht"],
    nameIntroductions: German.table(["mein name ist", "der name ist", "auf den namen", "unter dem namen", "ich heiße", "ich bin"]),
    titles: ["dr", "herr", "herrn", "frau", "prof", "doktor", "professor"],
    personVerbs: ["treffe", "treffen", "lade", "lad", "einladen"],
    namesHaveCapitals: false, clauseJoints: ["und", "aber", "dann", "sondern"],
    listJoints: [",", "und", "&", ";", "oder", "plus", "sowie"],
    valueLinks: [[":"], ["ist"], ["auf"], ["zu"], ["in"], ["soll"], ["sei"], ["lautet"], ["="]], negationFollowsVerb: true,
    looseEnds: ["bitte", "danke", "stattdessen", "dann", "auch", "ein", "hinzu", "dazu", "an", "ab", "mal", "noch"],
    endings: ["innen", "ern", "en", "er", "es", "em", "e", "n", "s"],
    addresses: AddressWords(at: ["at", "ät", "klammeraffe"], dot: ["punkt", "dot"]),
    quotes: ["\"": "\"", "„": "“", "»": "«", "“": "”", "‚": "‘", "'": "'", "«": "»"])
}
