extension AnswerWords {
  static let german = AnswerWords(
    answers: German.table([(meaning: .yes, phrases: germanYes + germanApproval), (meaning: .no, phrases: germanNo)]),
    strongYes: German.words(["ja", "jawohl", "jep", "jo", "joa", "absolut", "selbstverständlich", "unbedingt", "jap", "yes"]),
    strongNo: German.words(["nein", "nee", "nö", "ne", "nicht", "kein", "keinesfalls", "no"]),
    conditions: German.words(["wenn", "falls", "sofern", "außer", "?", "solange", "vorausgesetzt"]),
    qualifiers: German.words([
      "aber", "wenn", "falls", "sofern", "außer", "nur", "erst", "warte", "moment", "eigentlich", "vielleicht", "glaube", "glaub",
      "sorry", "?", "jein", "oder", "doch nicht",
    ]),
    besideValue: German.words([
      "um", "am", "im", "in", "an", "auf", "für", "zu", "mit", "von", "bei", "der", "die", "das", "den", "dem", "des", "ein",
      "eine",
      "einen", "einem", "einer", "es", "ist", "sind", "passt", "geht", "gut", "prima", "perfekt", "mach", "machen", "buche",
      "mir", "uns", "wir", "ich", "uhr",
    ]),
    fillers: German.words([
      "bitte", "oh", "äh", "ähm", "hm", "hmm", "na", "ach", "also", "dann", "so", "danke", "dir", "ihnen", "eigentlich", "jetzt",
      "mal", "nur", "und", "aber", ",", ".", "!", "?", "-", "–", "—", ";", ":", "…", "ok", "okay", "ich", "denke", "glaube",
      "glaub",
      "würde", "sagen", "hey", "warte", "nochmal", "wirklich", "sorry", "doch", "sehr", "schön", "vielen", "dank", "gut", "nun",
      "eben", "halt", "gern", "gerne", "wohl", "tja",
    ]),
    repairs: germanRepairs,
    noAnswers: German.table([
      "ich weiß nicht", "weiß nicht", "weiß ich nicht", "keine ahnung", "ich weiß es nicht", "bin nicht sicher",
      "ich bin nicht sicher", "nicht sicher", "hallo", "hi", "hey", "guten tag", "guten morgen", "guten abend", "moin", "servus",
      "was", "hä", "hm", "hmm", "vielleicht", "kommt darauf an", "mal sehen", "moment", "einen moment", "warte", "egal wie",
      "grüß gott", "grüezi",
    ]),
    unknowing: German.table([
      "ich weiß nicht", "weiß nicht", "weiß ich nicht", "keine ahnung", "ich weiß es nicht", "bin nicht sicher", "nicht sicher",
      "ich bin nicht sicher", "weiß ich nicht mehr", "ich weiß es nicht mehr", "das weiß ich nicht", "das weiß ich nicht mehr",
      "kann ich nicht sagen", "das kann ich nicht sagen", "vergessen", "habe ich vergessen", "unbekannt", "egal", "ist egal",
    ]),
    nothing: German.table([
      "nichts", "keine", "keiner", "keinen", "keins", "keines", "niemand", "niemanden", "nirgends", "nirgendwo", "nein", "leer",
      "nicht nötig", "nicht notwendig", "brauche ich nicht", "brauchen wir nicht", "habe ich nicht", "gibt es nicht",
      "gibt es keine", "gibt es keinen", "ich habe keine", "ich habe keinen", "ich habe keins", "sonst nichts", "sonst niemand",
      "nichts weiter", "nichts besonderes", "gar nichts", "gar keine", "keine besonderen", "entfällt", "ohne", "kein bedarf",
    ]),
    noneOffered: German.table([
      "keine", "keiner", "keines", "keins", "keine davon", "keiner davon", "keines davon", "keins davon", "keinen davon",
      "keine von denen", "keiner von denen", "nichts davon", "nichts", "nein", "nee", "nö", "nein danke", "passt nicht",
      "passt alles nicht", "passt nichts", "nichts passt", "nichts davon passt", "davon passt nichts", "nichts passt mir",
      "keiner passt", "keine passt", "keines passt",
      "keins passt", "keiner der termine", "keine der zeiten", "etwas anderes", "was anderes", "ein anderer", "eine andere",
      "andere zeiten", "weder noch", "geht alles nicht", "keiner geht", "alle nicht", "gar keiner", "gar keine",
    ]),
    lastOffered: PhraseTable(words: ["letzte", "letzter", "letzten", "letztes", "letztem", "unterste", "untersten"]),
    fromEnd: [],
    comparisons: German.table([
      (meaning: Comparison(isGreatest: true, isOfTwo: true), phrases: forms(["später", "länger", "größer", "höher"])),
      (
        meaning: Comparison(isGreatest: false, isOfTwo: true),
        phrases: forms(["früher", "kürzer", "kleiner", "niedriger", "eher"])
      ),
      (meaning: Comparison(isGreatest: true, isOfTwo: false), phrases: forms(["spätest", "längst", "größt", "höchst"])),
      (
        meaning: Comparison(isGreatest: false, isOfTwo: false),
        phrases: forms(["frühest", "kürzest", "kleinst", "ehest"]) + ["so früh wie möglich"]
      ),
    ]),
    choiceMarks: ["nummer", "nr", "#", "option", "wahl", "punkt", "vorschlag"],
    aroundChoice: German.words([
      "der", "die", "das", "den", "dem", "bitte", "ich", "nehme", "nehm", "nimm", "nehmen", "wir", "möchte", "hätte", "gern",
      "gerne",
      "lieber", "wähle", "will", "dann", "mit", "option", "nummer", "passt", "geht", "ok", "okay", "ja", "gut", ".", "!", ",",
      "es",
      "am", "besten", "mir", "danke", "vielleicht", "um", "termin", "vorschlag", "für", "mich", "klingt", "wäre", "ist", "eine",
      "einen",
      "uhr", "zeit", "davon",
    ]),
    editsBefore: German.table([
      (
        meaning: .add,
        phrases: [
          "auch", "auch noch", "füge", "füg", "lade auch", "lad auch", "lade noch", "lad noch", "lade", "lad", "zusätzlich",
          "außerdem",
          "dazu noch", "plus", "sowie", "noch", "und auch", "und noch", "auch mit", "nimm auch", "nimm noch", "ergänze",
          "bitte auch",
          "hole auch", "hol auch", "lade bitte", "lade bitte auch", "lade bitte noch", "füge bitte", "füge noch", "zusammen mit",
        ]
      ),
      (
        meaning: .remove,
        phrases: [
          "ohne", "nicht", "entferne", "entfern", "streiche", "streich", "außer", "lösche", "lösch", "aber nicht", "minus",
          "nicht mit",
          "bis auf", "aber ohne", "lade nicht", "doch nicht", "bitte nicht", "bitte ohne", "entferne bitte", "streiche bitte",
        ]
      ),
      (
        meaning: .replace,
        phrases: [
          "nur", "bloß", "nur mit", "lediglich", "doch lieber", "lieber", "lieber mit", "doch", "nur noch", "ausschließlich",
        ]
      ),
    ]),
    editsAfter: German.table([
      (meaning: .replace, phrases: ["stattdessen", "allein", "alleine", "nur"]),
      (
        meaning: .add,
        phrases: [
          "auch", "ebenfalls", "auch noch", "hinzu", "dazu", "noch dazu", "auch ein", "noch ein", "ein", "soll auch kommen",
          "auch einladen",
          "auch hinzu", "noch hinzu", "bitte hinzu", "bitte ein", "einladen", "hinzufügen", "dazunehmen", "kommt auch",
        ]
      ),
      (
        meaning: .remove,
        phrases: [
          "nicht", "raus", "heraus", "weg", "wieder raus", "kommt nicht", "kann nicht", "soll nicht kommen", "nicht ein",
          "wieder aus",
          "bitte raus", "bitte nicht", "fällt aus", "entfernen", "streichen", "lieber nicht", "doch nicht",
        ]
      ),
    ]),
    insteadOf: PhraseTable(words: ["statt", "anstatt", "anstelle von", "an stelle von", "und nicht", "anstelle"]),
    exchanges: German.table(["ersetze", "ersetz", "tausche", "tausch", "ersetze bitte"]),
    exchangeFor: ["durch", "gegen", "mit"], andAlso: ["und", "plus"],
    denials: German.table([
      "nicht", "nicht am", "nicht um", "nicht im", "statt", "anstatt", "nicht für", "nicht den", "statt am", "statt um",
      "nicht auf",
    ]),
    changes: German.table([
      "ändere", "ändern", "änder", "ändre", "anpassen", "passe", "korrigiere", "korrigieren", "bearbeite", "bearbeiten",
      "wechsle",
      "wechsele", "wechseln", "aktualisiere", "verändere", "verändern",
    ]),
    differents: German.table(
      German.declined("ander").map { $0 } + [
        "einen anderen", "eine andere", "ein anderes", "ein anderer", "anderen", "neue", "neuen", "neuer", "neues", "falsche",
        "falscher", "falsches", "falschen",
      ]),
    wrongs: German.table([
      "ist falsch", "stimmt nicht", "passt nicht", "passt mir nicht", "passt uns nicht", "ist nicht richtig", "geht nicht",
      "muss anders", "soll anders sein", "muss geändert werden", "soll geändert werden", "ändern", "bitte ändern", "war falsch",
      "sind falsch", "stimmen nicht", "passen nicht", "soll anders", "anpassen",
    ]),
    reopenings: German.table([
      (
        meaning: .name,
        phrases: [
          "benenne es um", "benenne ihn um", "benenn es um", "benenn ihn um", "umbenennen", "nenn es anders", "nenne es anders",
          "nenn ihn anders", "benenne den termin um", "bitte umbenennen",
        ]
      ),
      (meaning: .place, phrases: ["woanders", "anderswo", "an einem anderen ort", "irgendwo anders"]),
      (
        meaning: .moment,
        phrases: [
          "ein andermal", "zu einer anderen zeit", "an einem anderen tag", "zu einem anderen zeitpunkt", "ein anderes mal",
          "verschiebe es", "verschiebe ihn", "verschieben", "bitte verschieben",
        ]
      ),
      (meaning: .people, phrases: ["jemand anderes", "jemand anderen", "mit jemand anderem", "andere leute"]),
    ]),
    slotNames: German.table([
      (meaning: .moment, phrases: ["zeit", "zeitpunkt", "uhrzeit", "termin", "wann"]),
      (meaning: .day, phrases: ["tag", "datum", "wochentag"]),
      (meaning: .clock, phrases: ["stunde"]), (meaning: .length, phrases: ["dauer", "länge", "wie lange"]),
      (meaning: .name, phrases: ["name", "namen", "titel", "bezeichnung", "betreff", "thema"]),
      (
        meaning: .people,
        phrases: ["leute", "personen", "person", "teilnehmer", "gäste", "teilnehmerliste", "gästeliste", "wer kommt"]
      ),
      (meaning: .place, phrases: ["ort", "raum", "treffpunkt", "platz", "wo"]),
      (meaning: .number, phrases: ["anzahl", "zahl", "menge", "nummer", "wie viele"]),
      (meaning: .address, phrases: ["adresse", "e - mail", "email", "mail", "e - mail - adresse", "mailadresse"]),
    ]),
    selfCorrections: German.table([
      "nein", "nein warte", "warte", "moment", "sorry", "entschuldigung", "ich meine", "ich meinte", "besser", "oder besser",
      "beziehungsweise", "vielmehr", "eigentlich", "quatsch", "doch lieber", "lieber", "nein doch", "nee", "korrektur", "äh nein",
    ]),
    asksAbout: German.table([
      "was ist", "was sind", "was heißt", "was bedeutet", "was für", "was kostet", "was kosten", "wie ist", "wie sind",
      "wie geht",
      "warum", "wieso", "erkläre", "erklär", "gibt es", "haben sie", "habt ihr", "ist", "sind", "wer ist", "wo ist", "wo finde",
      "wo steht", "welche", "kannst du erklären", "können sie erklären", "erzähl mir", "was war",
    ]),
    noneOfIt: ["kein", "keine", "keinen", "ohne"],
    corrections: German.table([
      "ich meinte", "ich meine", "gemeint war", "ich meinte eigentlich", "sondern", "ich rede von", "gemeint ist",
    ]),
    oneMore: German.table([
      "auch", "noch", "noch ein", "noch einen", "noch eine", "außerdem", "zusätzlich", "ein weiteres", "einen weiteren",
      "eine weitere",
      "danach", "dann noch", "anschließend", "auch noch", "einen zweiten", "ein zweites",
    ]),
    negations: ["nicht", "kein", "keine", "keinen", "nie", "niemals"],
    betweenNegation: ["ich", "mir", "bitte", "mehr", "doch", "mal"],
    requestLeads: German.table([
      "ich möchte", "ich will", "ich würde gerne", "ich würde gern", "können wir", "kannst du", "können sie", "könntest du",
      "könnten wir", "könnten sie", "kann ich", "lass uns", "lassen sie uns", "wir sollten", "bitte", "ich muss", "darf ich",
    ]),
    beforeText: German.table([
      "es ist", "das ist", "es heißt", "er heißt", "sagen wir", "ich würde sagen", "sag mal", "wie wäre es mit", "vielleicht",
      "ich denke",
      "einfach", "so etwas wie", "nun ,", "ähm ,", "also ,", "ok ,", "okay ,", "na ,", "es soll", "nimm", "er soll",
    ]),
    behindText: ["bitte", "danke"])

  private static func forms(_ stems: [String]) -> [String] { stems.flatMap { German.declined($0) + [$0] } }

  private static let germanYes = [
    "ja", "ja bitte", "ja gerne", "ja gern", "jawohl", "jep", "jap", "jo", "joa", "ja klar", "ja genau", "ja passt", "klar",
    "na klar",
    "aber klar", "klaro", "sicher", "aber sicher", "ganz sicher", "natürlich", "selbstverständlich", "gerne", "gern",
    "sehr gerne",
    "sehr gern", "ok", "okay", "k", "in ordnung", "geht in ordnung", "das geht in ordnung", "einverstanden",
    "ich bin einverstanden",
    "bin einverstanden", "genau", "genau so", "stimmt", "das stimmt", "stimmt so", "stimmt genau", "richtig", "korrekt", "passt",
    "passt so", "das passt", "passt mir", "passt perfekt", "alles klar", "alles gut", "alles richtig", "alles bestens",
    "geht klar",
    "mach das", "mach es", "mache das", "mach das bitte", "machen wir", "mach mal", "tu das", "los", "los geht es", "nur zu",
    "bitte",
    "bitte sehr", "bitte ja", "unbedingt", "absolut", "auf jeden fall", "auf alle fälle", "freilich", "abgemacht", "bestätigt",
    "ich bestätige", "bestätigen", "buche es", "buch es", "buche ihn", "buch ihn", "buche das", "buch das", "bitte buchen",
    "ja bitte buchen", "von mir aus", "meinetwegen", "so machen wir es", "so machen wir das", "warum nicht", "kein problem",
    "keine einwände", "das wäre es", "👍", "👌", "✅", "yes", "dafür", "läuft", "geht", "das geht", "geht so", "ich will",
    "möchte ich",
    "das möchte ich", "ja das möchte ich", "so ist es", "jawoll", "gebongt", "gebucht",
  ]

  /// "Das wäre wunderbar", "klingt gut".
  private static let germanApproval: [String] = {
    let praise = [
      "gut", "super", "prima", "toll", "perfekt", "wunderbar", "hervorragend", "ausgezeichnet", "großartig", "schön", "fein",
      "bestens",
      "klasse", "spitze", "ideal", "fantastisch", "genial", "cool", "sehr gut", "sehr schön", "ganz gut", "richtig", "korrekt",
      "okay", "ok",
      "in ordnung", "optimal", "nett", "lieb", "herrlich",
    ]
    let frames = [
      "", "das ist", "es ist", "das wäre", "wäre", "klingt", "das klingt", "hört sich", "sieht", "das sieht", "alles", "ist",
      "finde ich", "ja das ist", "ja das wäre", "das hört sich",
    ]
    return frames.flatMap { frame in
      praise.flatMap { word in
        ["", "für mich", "an", "aus", "so"].map { [frame, word, $0].filter { !$0.isEmpty }.joined(separator: " ") }
      }
    }
  }()

  private static let germanNo = [
    "nein", "nee", "nö", "ne", "nein danke", "danke nein", "lieber nicht", "besser nicht", "bitte nicht", "auf keinen fall",
    "keinesfalls", "keineswegs", "niemals", "nie", "das stimmt nicht", "stimmt nicht", "falsch", "das ist falsch",
    "nicht richtig",
    "das ist nicht richtig", "nicht korrekt", "passt nicht", "das passt nicht", "passt mir nicht", "das geht nicht", "geht nicht",
    "noch nicht", "jetzt nicht", "nicht jetzt", "heute nicht", "eher nicht", "doch nicht", "nein doch nicht", "ich will nicht",
    "will ich nicht", "möchte ich nicht", "ich möchte nicht", "das möchte ich nicht", "mach das nicht", "mach es nicht",
    "nicht buchen",
    "buche es nicht", "buch es nicht", "bitte nicht buchen", "so nicht", "nicht so", "nicht so ganz", "nicht wirklich",
    "natürlich nicht",
    "sicher nicht", "bestimmt nicht", "gar nicht", "ich denke nicht", "ich glaube nicht", "glaube nicht", "dagegen",
    "ich bin dagegen",
    "abgelehnt", "nicht einverstanden", "👎", "❌", "no", "überhaupt nicht", "auch nicht",
  ]
}
