extension Language {
  static let germanBackground = German.spellings([
    "hallo", "hi", "guten tag", "guten morgen", "guten abend", "wie geht es dir", "wie geht es ihnen", "was gibt es neues",
    "schön dich kennenzulernen", "das wetter ist schön", "es regnet draußen", "wie ist das wetter", "wird es morgen regnen",
    "wie warm ist es heute", "erzähl mir einen witz", "bring mich zum lachen", "sing ein lied", "mir ist langweilig", "ich bin müde",
    "ich habe hunger", "was gibt es zu essen", "ich mag pizza", "mein hund ist süß", "magst du katzen", "schläfst du nachts",
    "bist du ein roboter", "bist du ein mensch", "was ist der sinn des lebens", "wie alt bist du", "wo wohnst du", "ich liebe dich",
    "du bist dumm", "du bist toll", "gut gemacht", "sehr lustig", "das ist nett", "ich weiß nicht", "vielleicht", "egal", "ok", "okay",
    "klar", "ja", "nein", "ja bitte", "nein danke", "danke", "vielen dank", "entschuldigung", "wirklich", "wow", "haha", "hmm",
    "wie spät ist es", "welcher tag ist heute", "was ist die hauptstadt von frankreich", "wer hat gestern das spiel gewonnen",
    "wie hoch ist der eiffelturm", "was ist zwei plus zwei", "spiel musik", "mach das licht an", "bestell eine pizza", "ruf mir ein taxi",
    "kauf ein neues handy", "wie koche ich reis", "übersetze das ins englische", "wie steht die aktie", "lies mir die nachrichten vor",
    "wo ist der nächste bahnhof", "mein computer ist kaputt", "der himmel ist blau", "der zug hatte verspätung", "sie ging nach hause",
    "er ist mein bruder", "es hat spaß gemacht", "ich habe eine frage", "kann ich dich etwas fragen", "ich brauche einen rat",
    "was denkst du", "verstehst du mich", "hör mir zu", "schau dir das an", "warte einen moment", "lass mich nachdenken",
    "gib mir eine minute", "das funktioniert nicht", "das ist seltsam", "das ist zu teuer", "wie viel kostet das", "ich will nach hause",
    "ich möchte einen kaffee", "kannst du meine hausaufgaben machen", "kannst du auto fahren", "kannst du mich hören", "warum", "wer ist da",
    "mir geht es gut", "alles gute zum geburtstag", "frohe weihnachten", "schönen tag noch", "die besprechung war langweilig",
    "mein chef ist sauer", "bla bla bla", "test", "eins zwei drei test", "ist da jemand", "was ist deine lieblingsfarbe",
    "hast du freunde", "ich bin heute traurig", "ich gehe jetzt schlafen", "das auto ist rot", "die katze sitzt auf der matte",
  ])
}
