import MuseDefinition
import MuseDialogue
import MuseExpression
import Testing

@Suite("German is understood")
struct GermanDialogueTests {
  @Test(
    "requests bring their values",
    arguments: [
      ("vereinbare einen Termin mit Anna morgen um 15 Uhr", ["intent book", "leute = \"Anna\"", "beginn = 2026-11-26 15:00"]),
      (
        "Ich möchte einen Termin mit Bob am Freitag um halb vier",
        ["intent book", "leute = \"Bob\"", "beginn = 2026-11-27 15:30"]
      ),
      (
        "buche einen Termin namens Budgetplanung mit Eva nächsten Dienstag um 10",
        ["intent book", "titel = 'Budgetplanung'", "leute = \"Eva\"", "beginn = 2026-12-01 10:00"]
      ), ("verschiebe das Standup auf Freitag", ["intent move", "termin = \"Standup\"", "beginn = 2026-11-27 --:--"]),
      ("Verschiebe bitte das Standup auf 16 Uhr", ["intent move", "termin = \"Standup\"", "beginn = ---- 16:00"]),
      ("sag das Standup ab", ["intent call_off", "termin = \"Standup\""]),
      ("was steht morgen an?", ["intent agenda", "tag = 2026-11-26"]),
      ("was habe ich am Montag", ["intent agenda", "tag = 2026-11-30"]), ("was kannst du?", ["intent about"]),
      ("das war alles, danke", ["intent finish"]), ("tschüss", ["intent finish"]), ("Hallo", ["nonsense"]),
      ("wie ist das Wetter", ["nonsense"]),
      ("Hilfe", ["help"]), ("buche keinen Termin", ["refuse"]), ("ich will keinen Termin buchen", ["refuse"]),
    ])
  func requests(text: String, moves: [String]) {
    #expect(GermanGraph.moves(text, GermanGraph.triage) == moves)
  }

  @Test(
    "yes",
    arguments: [
      "ja", "Ja!", "ja bitte", "jawohl", "klar", "ja gerne", "in Ordnung", "einverstanden", "passt", "das passt so", "genau",
      "stimmt",
      "mach das", "klingt gut", "das wäre wunderbar", "ja, das wäre schön", "alles klar", "geht klar", "ok", "ja, perfekt, danke",
      "sehr gerne",
      "ja, buche es bitte", "hört sich gut an", "von mir aus", "👍",
    ])
  func yes(text: String) {
    #expect(GermanGraph.moves(text, GermanGraph.agree) == ["agree"])
  }

  @Test(
    "no",
    arguments: [
      "nein", "Nein, danke.", "nee", "lieber nicht", "auf keinen Fall", "das stimmt nicht", "nein, das ist falsch", "bitte nicht",
      "noch nicht",
      "buche es nicht", "nein, doch nicht", "nö",
    ])
  func no(text: String) {
    #expect(GermanGraph.moves(text, GermanGraph.agree) == ["refuse"])
  }

  @Test(
    "what is no clear yes is none",
    arguments: [
      "vielleicht", "ja, aber später", "ja, wenn Carla kann", "ja?", "ok?", "ja nein warte", "gut möglich", "ja, falls es regnet",
      "guten Morgen",
      "ja, aber ändere den Titel", "passt nicht", "ja, außer Bob kommt", "ich glaube, ja", "klar ist das nicht",
      "morgen ist schönes Wetter",
    ])
  func unclear(text: String) {
    #expect(!GermanGraph.moves(text, GermanGraph.agree).contains("agree"))
  }

  @Test(
    "changes",
    arguments: [
      ("lieber um 16 Uhr", ["beginn = ---- 16:00"]), ("nein, um vier", ["refuse", "beginn = ---- 16:00"]),
      ("ja, aber am Freitag", ["beginn = 2026-11-27 --:--"]), ("lade auch Eva ein", ["leute + \"Eva\""]),
      ("auch Eva", ["leute + \"Eva\""]), ("füge Eva hinzu", ["leute + \"Eva\""]), ("ohne Bob", ["leute - \"Bob\""]),
      ("nicht Bob", ["leute - \"Bob\""]), ("Eva statt Bob", ["leute + \"Eva\"", "leute - \"Bob\""]),
      ("nur Eva", ["leute := \"Eva\""]),
      ("streiche Bob", ["leute - \"Bob\""]), ("ersetze Bob durch Eva", ["leute - \"Bob\"", "leute + \"Eva\""]),
      ("entferne den ersten", ["leute - id='bob' name='Bob'"]), ("ändere die Zeit", ["reopen beginn"]),
      ("anderer Tag", ["reopen beginn"]),
      ("der Titel ist falsch", ["reopen titel"]), ("benenne es um", ["reopen titel"]), ("die Dauer", ["reopen dauer"]),
      ("nenn ihn Quartalszahlen", ["titel = 'Quartalszahlen'"]), ("45 Minuten", ["dauer = 45m"]),
      ("eine halbe Stunde später", ["beginn = 2026-11-26 15:30"]),
      ("nicht am Freitag, am Samstag", ["beginn = 2026-11-28 --:--"]),
      (
        "Ja. Buche auch einen Termin mit Carla am Freitag",
        ["agree", "intent book", "leute = \"Carla\"", "beginn = 2026-11-27 --:--"]
      ),
    ])
  func changes(text: String, moves: [String]) {
    #expect(GermanGraph.moves(text, GermanGraph.agree) == moves)
  }

  @Test("another meeting than the one found")
  func otherThing() {
    #expect(GermanGraph.moves("nein, das Budgetgespräch", GermanGraph.agreeCallOff) == ["refuse", "termin = \"Budgetgespräch\""])
    #expect(GermanGraph.moves("ich meinte das Standup", GermanGraph.agreeCallOff) == ["termin = \"Standup\""])
  }

  @Test(
    "repairs",
    arguments: [
      ("abbrechen", "cancel"), ("vergiss es", "cancel"), ("lass es", "cancel"), ("Stopp!", "cancel"), ("überspringen", "skip"),
      ("nächste Frage", "skip"), ("möchte ich nicht sagen", "skip"), ("wie bitte?", "repeat"), ("nochmal bitte", "repeat"),
      ("kannst du das wiederholen?", "repeat"), ("was meinst du?", "help"), ("ich verstehe nicht", "help"),
      ("von vorne", "start over"),
      ("fangen wir von vorne an", "start over"), ("was kannst du?", "intent about"),
    ])
  func repairs(text: String, move: String) {
    #expect(GermanGraph.moves(text, GermanGraph.details(asking: "beginn")) == [move])
  }

  @Test(
    "a list on offer",
    arguments: [
      ("den zweiten", "choose 2"), ("2", "choose 2"), ("Nummer zwei", "choose 2"), ("den letzten bitte", "choose 3"),
      ("der 2.", "choose 2"),
      ("keiner davon", "none"), ("nein", "none"), ("um 16 Uhr", "choose 1"), ("den ersten", "choose 1"),
      ("den frühesten", "choose 1"),
      ("den spätesten", "choose 3"), ("Freitag um 10", "choose 2"), ("nichts davon passt", "none"),
      ("ich nehme den dritten", "choose 3"),
    ])
  func offer(text: String, move: String) {
    #expect(GermanGraph.moves(text, GermanGraph.offer) == [move])
  }

  @Test(
    "answers to questions",
    arguments: [
      ("leute", "Anna und Bob", ["leute = \"Anna\"", "leute = \"Bob\""]), ("leute", "mit Eva", ["leute = \"Eva\""]),
      ("leute", "ich weiß nicht", ["nonsense"]), ("beginn", "um 4", ["beginn = ---- 16:00"]),
      ("beginn", "3", ["beginn = ---- 15:00"]),
      ("beginn", "Freitag", ["beginn = 2026-11-27 --:--"]), ("titel", "Planung der Woche", ["titel = 'Planung der Woche'"]),
      ("titel", "es heißt Quartalszahlen", ["titel = 'Quartalszahlen'"]), ("titel", "anderthalb Stunden", ["dauer = 90m"]),
      ("titel", "ja", ["nonsense"]), ("ort", "keiner", ["skip"]), ("ort", "nein", ["skip"]), ("ort", "im Ritz", ["ort = 'Ritz'"]),
    ])
  func answers(slot: String, text: String, moves: [String]) {
    #expect(GermanGraph.moves(text, GermanGraph.details(asking: SlotID(rawValue: slot))) == moves)
  }

  @Test(
    "types",
    arguments: [
      ("warm", "ja gerne", "warm = true"), ("warm", "lieber nicht", "warm = false"), ("count", "fünfundzwanzig", "count = 25"),
      ("count", "wir sind zu sechst", "nonsense"), ("count", "wir sind 6", "count = 6"), ("count", "keine", "count = 0"),
      ("dates", "von Montag bis Freitag", "dates = 2026-11-30 to 2026-12-04"),
      ("hours", "9 bis 17 Uhr", "hours = 09:00 to 17:00"),
      ("mail", "bob ät example punkt de", "mail = 'bob@example.de'"), ("amount", "1,5", "amount = 1.5"),
    ])
  func types(slot: String, text: String, move: String) {
    #expect(TypesGraph.moves(text, asking: SlotID(rawValue: slot), in: TypesGraph.german, locale: "de") == [move])
  }

  @Test("the thread's locale chooses the language of a graph that has two")
  func twoLanguages() {
    let graph = MeetingGraph.graph.changing(locales: ["en", "de"])
    let understander = Understander(graph: graph)
    func moves(_ text: String, _ locale: LocaleID) -> [String] {
      MoveText.lines(
        understander.moves(in: text, awaiting: Waits.agree, now: MeetingGraph.now, zone: MeetingGraph.london, locale: locale))
    }
    #expect(moves("ja gerne", "de") == ["agree"])
    #expect(moves("ja gerne", "de-AT") == ["agree"])
    #expect(moves("ja gerne", "en") == ["nonsense"])
    #expect(moves("sounds good to me", "en-GB") == ["agree"])
    #expect(moves("übermorgen um halb vier", "de") == ["start = 2026-11-27 15:30"])
  }
}
