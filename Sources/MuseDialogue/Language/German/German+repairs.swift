extension AnswerWords {
  static let germanRepairs = German.table([
    (
      meaning: Repair.cancel,
      phrases: [
        "abbrechen", "abbruch", "brich ab", "brich das ab", "bitte abbrechen", "ich möchte abbrechen", "ich will abbrechen",
        "vergiss es",
        "vergiss das", "vergessen wir das", "vergessen wir es", "lass es", "lass das", "lassen wir das", "lassen wir es",
        "lass gut sein",
        "lass mal", "lass stecken", "stopp", "stop", "halt", "aufhören", "hör auf", "hör auf damit", "schluss", "schluss damit",
        "doch nicht mehr", "ich habe es mir anders überlegt", "ich hab es mir anders überlegt", "anders überlegt",
        "cancel",
        "ich will nicht mehr", "ich möchte nicht mehr", "das reicht", "genug", "nicht mehr nötig", "hat sich erledigt",
        "erledigt",
        "schon gut", "verwerfen", "verwirf das", "ende", "rückgängig", "mach das rückgängig", "mach es rückgängig",
        "nimm das zurück", "nimm es zurück", "ich nehme das zurück",
      ]
    ),
    (
      meaning: .skip,
      phrases: [
        "überspringen", "überspring das", "überspringe das", "überspring es", "überspring die frage", "überspringe die frage",
        "weiter",
        "nächste frage", "nächste", "die nächste frage", "auslassen", "lass das aus", "lassen wir aus", "lass es weg",
        "weglassen",
        "lassen wir weg", "spielt keine rolle", "ist mir egal", "das ist mir egal", "mir egal", "egal", "ist egal",
        "nicht wichtig", "keine angabe",
        "möchte ich nicht sagen", "das möchte ich nicht sagen", "sage ich nicht", "will ich nicht sagen",
        "das will ich nicht sagen",
        "kein kommentar", "passe", "ich passe", "lieber keine angabe", "dazu sage ich nichts", "leer lassen", "lass es leer",
        "lass das leer",
        "geht dich nichts an", "können wir das überspringen", "kann ich das überspringen", "k . a .", "das überspringe ich",
      ]
    ),
    (
      meaning: .repeating,
      phrases: [
        "wiederholen", "wiederhole", "wiederhole das", "wiederhol das", "wiederhole bitte", "bitte wiederholen", "noch einmal",
        "nochmal",
        "noch mal", "nochmals", "sag das nochmal", "sag das noch einmal", "sag es nochmal", "sag es noch einmal", "wie bitte",
        "bitte was",
        "was hast du gesagt", "was haben sie gesagt", "was war das", "was war die frage", "wie war die frage", "wie war das",
        "kannst du das wiederholen", "können sie das wiederholen", "könntest du das wiederholen", "könnten sie das wiederholen",
        "die frage nochmal", "die frage bitte nochmal", "bitte nochmal", "bitte noch einmal", "ich habe das nicht verstanden",
        "das habe ich nicht mitbekommen", "lies das nochmal vor", "frag nochmal", "wie war nochmal die frage",
      ]
    ),
    (
      meaning: .help,
      phrases: [
        "hilfe", "hilf mir", "ich brauche hilfe", "bitte hilf mir", "kannst du mir helfen", "können sie mir helfen",
        "wie geht das",
        "wie funktioniert das", "was kann ich sagen", "was soll ich sagen", "was meinst du", "was meinen sie",
        "was meinst du damit",
        "was meinen sie damit", "was heißt das", "was bedeutet das", "ich verstehe nicht", "verstehe ich nicht",
        "das verstehe ich nicht",
        "ich verstehe das nicht", "was willst du wissen", "was wollen sie wissen", "was brauchst du", "was brauchen sie",
        "welche möglichkeiten habe ich", "was kann ich antworten", "was soll ich antworten", "ich komme nicht weiter",
        "zum beispiel", "ändere es", "ändere das", "ändere etwas", "ich möchte etwas ändern", "ich will etwas ändern",
        "etwas ändern",
        "kann ich etwas ändern", "etwas stimmt nicht", "da stimmt etwas nicht",
        "kannst du das erklären", "erklär das", "erkläre das", "bitte erklären", "was ist gemeint", "warum fragst du", "was geht",
        "wie soll ich antworten", "ich bin verwirrt",
      ]
    ),
    (
      meaning: .startOver,
      phrases: [
        "von vorne", "von vorn", "noch einmal von vorne", "nochmal von vorne", "noch mal von vorne", "noch einmal von vorn",
        "nochmal von vorn", "neu anfangen", "neu starten", "neustart", "neu beginnen", "fang von vorne an",
        "fangen wir von vorne an",
        "fang neu an", "fangen wir neu an", "zurück zum anfang", "zurück an den anfang", "von anfang an", "alles auf anfang",
        "reset",
        "beginne von vorn", "beginnen wir von vorn", "ich möchte von vorne anfangen", "ich will von vorne anfangen",
        "alles von vorne",
        "bitte von vorne", "zurücksetzen",
      ]
    ),
  ])
}
