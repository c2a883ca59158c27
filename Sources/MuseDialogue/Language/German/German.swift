extension Language {
  static let german = Language(
    code: "de", clitics: .german, numbers: .german, times: .german, answers: .german, grammar: .german,
    synonyms: PhraseTable(germanSynonyms.map { (meaning: $0[0], phrases: German.spellings($0)) }), background: germanBackground)

  private static let germanSynonyms: [[String]] = [
    [
      "buchen", "buche", "buch", "vereinbaren", "vereinbare", "ansetzen", "setze an", "setz an", "einrichten", "anlegen",
      "lege an",
      "leg an", "planen", "plane", "plan", "organisieren", "organisiere", "ausmachen", "mache aus", "mach aus", "erstellen",
      "erstelle", "mach einen", "mache einen", "einplanen", "reservieren", "reserviere", "eintragen", "trage ein", "trag ein",
    ],
    [
      "verschieben", "verschiebe", "verschieb", "verlegen", "verlege", "verleg", "umlegen", "vorziehen", "umbuchen", "buche um",
      "ändern", "ändere", "schieben", "schiebe", "schieb", "verschoben", "verlegt",
    ],
    [
      "absagen", "sage ab", "sag ab", "ab sagen", "streichen", "streiche", "streich", "löschen", "lösche", "lösch", "stornieren",
      "storniere", "abgesagt", "canceln", "cancel", "entfernen", "entferne", "ausfallen",
    ],
    [
      "zeigen", "zeige", "zeig", "zeig mir", "zeige mir", "auflisten", "liste", "lies", "lies vor", "nenne mir", "sag mir",
      "anzeigen",
    ],
    ["kalender", "terminkalender", "agenda", "tagesplan", "terminplan", "meine termine", "tagesordnung"],
    [
      "was steht an", "was habe ich", "was hab ich", "was ist", "was liegt an", "was ist geplant", "was steht", "habe ich etwas",
      "bin ich frei", "habe ich termine", "was gibt es", "welche termine habe ich",
    ],
    [
      "termin", "termine", "besprechung", "besprechungen", "meeting", "meetings", "treffen", "verabredung", "sitzung", "gespräch",
    ],
    ["namens", "genannt", "mit dem titel", "mit titel", "mit dem namen", "unter dem namen", "heißt", "titel"],
    ["nenn es", "nenne es", "nenn ihn", "nenne ihn", "nenn das", "nenne das", "nenn den termin", "nenne den termin", "es heißt"],
    ["tschüss", "tschüs", "auf wiedersehen", "bis bald", "ciao", "servus", "ade", "bis dann", "mach es gut", "wiedersehen"],
    ["kaufen", "kaufe", "bestellen", "bestelle", "besorgen"],
    ["hilfe", "helfen", "hilf", "unterstützen"],
    ["finden", "finde", "suchen", "suche", "such"],
    ["schicken", "schicke", "schick", "senden", "sende", "mailen"],
    ["beginnen", "anfangen", "starten", "starte", "beginne"],
    ["enden", "beenden", "aufhören", "fertig"],
    ["einladen", "lade ein", "lad ein", "dazuholen", "mitbringen"],
    ["melden", "melde", "anmelden", "einreichen"],
  ]
}

/// What the German tables are made with.
enum German {
  /// Each phrase, and once more for those who write no umlauts ("für", "fuer").
  static func spellings(_ phrases: [String]) -> [String] {
    phrases.flatMap { phrase in
      let plain = plain(phrase)
      return plain == phrase ? [phrase] : [phrase, plain]
    }
  }

  static func spellings<Meaning>(_ words: [String: Meaning]) -> [String: Meaning] {
    words.reduce(into: words) { all, entry in all[plain(entry.key)] = entry.value }
  }

  static func words(_ words: Set<String>) -> Set<String> { words.union(words.map(plain)) }

  static func table<Meaning: Sendable>(_ groups: [(meaning: Meaning, phrases: [String])]) -> PhraseTable<Meaning> {
    PhraseTable(groups.map { (meaning: $0.meaning, phrases: spellings($0.phrases)) })
  }

  static func table(_ phrases: [String]) -> PhraseTable<Bool> { PhraseTable(words: spellings(phrases)) }

  /// A word with the endings of adjectives ("nächst": "nächste", "nächsten" …).
  static func declined(_ stem: String) -> [String] { ["e", "er", "en", "es", "em"].map { stem + $0 } }

  static func declined<Meaning>(_ stems: [String: Meaning]) -> [String: Meaning] {
    stems.reduce(into: [:]) { all, entry in
      for form in declined(entry.key) { all[form] = entry.value }
    }
  }

  private static func plain(_ phrase: String) -> String {
    phrase.reduce(into: "") { text, letter in
      switch letter {
      case "ä": text += "ae"
      case "ö": text += "oe"
      case "ü": text += "ue"
      case "ß": text += "ss"
      default: text.append(letter)
      }
    }
  }
}

extension Clitics {
  static let german = Clitics(
    tails: ["'s": "es", "'n": "einen", "'ne": "eine"], stems: [:],
    bare: ["gehts": 1, "gibts": 1, "wars": 1, "heissts": 1, "heißts": 1, "mans": 1], bareTails: ["s": "es"])
}
