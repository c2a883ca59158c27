import Testing

@Suite("Consent is read strictly, with what comes beside it")
struct ConfirmTests {
  @Test(
    "a plain yes",
    arguments: [
      "yes", "Yes!", "yep", "yeah sure", "yes please", "ok", "OK.", "sure", "go ahead", "sounds good", "please do", "do it",
      "that's right",
      "yes, that's fine", "yes that would be lovely", "sounds good to me", "go for it", "that works",
      "That works for me, thanks!",
      "perfect for me", "yes, looks great", "I'd love that", "yes yes", "yes, go ahead and book it", "perfect, thanks",
      "absolutely", "👍", "no problem", "works for me", "sure, why not",
    ])
  func yes(text: String) {
    #expect(Waits.moves(text, Waits.agree) == ["agree"])
  }

  @Test(
    "a plain no",
    arguments: [
      "no", "No.", "nope", "not really", "no thanks", "don't", "don't book it", "I don't think so", "rather not",
      "no, that's wrong", "not yet",
      "of course not",
    ])
  func no(text: String) {
    #expect(Waits.moves(text, Waits.agree) == ["refuse"])
  }

  @Test(
    "what is no clear yes is none",
    arguments: [
      "ok what time is it", "good morning", "yes no wait", "the weather is nice", "asdf", "fine weather today",
      "right after lunch", "ok, what is on tomorrow?", "do so many people come", "go on holiday", "what is on tomorrow, please",
      "wait", "sure about that", "yes, but later", "yes, only make it longer", "yes, but somewhere else",
      "yes but change the title",
      "yes but I'd rather not", "yes if Carol can come", "yes unless Bob is busy", "yes?", "ok?", "yes cancel",
      "yes I changed my mind",
      "would yes mean it's booked?", "yes, as long as it rains",
    ])
  func unclear(text: String) {
    #expect(!Waits.moves(text, Waits.agree).contains("agree"))
  }

  @Test(
    "changes, alone and beside an answer",
    arguments: [
      ("make it 4pm", ["start = ---- 16:00"]), ("yes, but make it 2pm", ["start = ---- 14:00"]),
      ("no, at 4", ["refuse", "start = ---- 16:00"]), ("on Friday", ["start = 2026-11-27 --:--"]),
      ("30 minutes", ["length = 30m"]),
      ("Friday at 5", ["start = 2026-11-27 17:00"]), ("also invite Eve", ["people + \"Eve\""]),
      ("without Bob", ["people - \"Bob\""]),
      ("not Bob", ["people - \"Bob\""]), ("Eve instead", ["people := \"Eve\""]),
      ("Eve instead of Bob", ["people + \"Eve\"", "people - \"Bob\""]),
      ("call it Budget talk", ["title = 'Budget talk'"]), ("at the Ritz", ["place = 'the Ritz'"]),
      ("make it 45 minutes and at 5pm", ["length = 45m", "start = ---- 17:00"]),
      ("change the title to Budget talk", ["title = 'Budget talk'"]),
      ("no, with Ann instead", ["refuse", "people := \"Ann\""]), ("remove bob", ["people - \"bob\""]),
      ("and Eve", ["people + \"Eve\""]),
      ("only Ann", ["people := \"Ann\""]), ("move it to 4pm", ["start = ---- 16:00"]), ("make it 4", ["start = ---- 16:00"]),
      ("change the time to 5pm", ["start = ---- 17:00"]), ("not Friday, Saturday", ["start = 2026-11-28 --:--"]),
      ("make it half an hour later", ["start = 2026-11-26 15:30"]), ("an hour earlier please", ["start = 2026-11-26 14:00"]),
      ("call it Cancel the old contracts", ["title = 'Cancel the old contracts'"]),
      ("yes, on Friday", ["agree", "start = 2026-11-27 --:--"]),
    ])
  func changes(text: String, moves: [String]) {
    #expect(Waits.moves(text, Waits.agree) == moves)
  }

  @Test(
    "a yes beside a value that stands already counts only where all the rest was read, too",
    arguments: [
      ("yes, tomorrow at 3pm", true), ("yes, at 3pm please", true), ("yes, make it 3pm", true), ("yes, 3pm works", true),
      ("yes, tomorrow at 3pm but in the big hall", false), ("yes, at 3pm but not in the kitchen", false),
      ("yes at 3pm only when Carol agrees", false), ("yes 3pm once the boss has signed", false),
      ("yes, 3pm, though I would rather have another room", false), ("yes, 30 minutes, except the kitchen part", false),
      ("yes, 3pm?", false),
    ])
  func besideValues(text: String, agrees: Bool) {
    #expect(Waits.moves(text, Waits.agree).contains("agree") == agrees)
  }

  @Test(
    "what is confirmed may be said again",
    arguments: [
      ("yes, cancel it", ["agree"]), ("ok, call it off", ["agree"]), ("yes, call it off", ["agree"]), ("no", ["refuse"]),
    ])
  func saidAgain(text: String, moves: [String]) {
    #expect(Waits.moves(text, Waits.agreeCallOff) == moves)
  }

  @Test(
    "repairs and other wishes",
    arguments: [
      ("cancel", ["cancel"]), ("what can you do?", ["intent about"]), ("repeat that please", ["repeat"]), ("help", ["help"]),
      ("start over", ["start over"]), ("what is on tomorrow?", ["intent agenda", "day = 2026-11-26"]),
      ("no thanks, cancel", ["refuse", "cancel"]),
      ("cancel the standup", ["intent call_off", "meeting = \"standup\""]),
    ])
  func repairs(text: String, moves: [String]) {
    #expect(Waits.moves(text, Waits.agree) == moves)
  }
}
