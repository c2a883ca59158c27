import MuseDefinition
import MuseDialogue
import MuseExpression
import Testing

@Suite("Answers to a question are understood")
struct AskTests {
  @Test(
    "who should come",
    arguments: [
      ("Ann", ["people = \"Ann\""]), ("ann and bob", ["people = \"ann\"", "people = \"bob\""]),
      ("Ann, Bob and Eve Smith", ["people = \"Ann\"", "people = \"Bob\"", "people = \"Eve Smith\""]),
      ("with Ann and also Bob", ["people = \"Ann\"", "people + \"Bob\""]), ("the weather is nice", ["nonsense"]),
      ("tomorrow at 3pm", ["start = 2026-11-26 15:00"]), ("cancel", ["cancel"]), ("help", ["help"]),
      ("what can you do?", ["intent about"]),
      ("show my agenda", ["intent agenda"]), ("Ann from sales", ["people = \"Ann\""]), ("I don't know", ["nonsense"]),
      ("Ann tomorrow at 3", ["people = \"Ann\"", "start = 2026-11-26 15:00"]), ("nobody", ["nonsense"]),
      ("Ann but not Bob", ["people + \"Ann\"", "people - \"Bob\""]),
      ("ann@x.org and Bob", ["people = email='ann@x.org' id='ann@x.org' name='ann@x.org'", "people = \"Bob\""]),
    ])
  func people(text: String, moves: [String]) {
    #expect(Waits.moves(text, Waits.details(asking: "people")) == moves)
  }

  @Test(
    "when it starts",
    arguments: [
      ("tomorrow at 3pm", ["start = 2026-11-26 15:00"]), ("at 4", ["start = ---- 16:00"]), ("3", ["start = ---- 15:00"]),
      ("at 7", ["start = ---- 19:00|07:00"]), ("Friday", ["start = 2026-11-27 --:--"]),
      ("next Monday at 10", ["start = 2026-11-30 10:00"]),
      ("the day after tomorrow at noon", ["start = 2026-11-27 12:00"]), ("asdf qwer", ["nonsense"]),
      ("the moon is blue", ["nonsense"]),
      ("say that again", ["repeat"]), ("forget it", ["cancel"]), ("also invite Eve", ["people + \"Eve\""]),
      ("Friday at 10 for 45 minutes", ["start = 2026-11-27 10:00", "length = 45m"]), ("yes", ["nonsense"]),
      ("Friday or Saturday", ["start = 2026-11-27|2026-11-28"]), ("at 3 or at 5", ["start = ---- 15:00|17:00"]),
      ("I'd like to start over please", ["start over"]), ("can we cancel?", ["cancel"]), ("don't book it", ["cancel"]),
      ("Tuesday 25 November at 3", ["start = 2026-11-25 15:00|2026-12-01 15:00"]),
      ("tomorrow at 15:00 New York time", ["start = 2026-11-26 20:00"]), ("3pm EST on Friday", ["start = 2026-11-27 20:00"]),
      ("Wednesday at 11", ["start = 2026-11-25 11:00"]), ("Wednesday at 9am", ["start = 2026-12-02 09:00"]),
      ("what can you do?", ["intent about"]),
    ])
  func start(text: String, moves: [String]) {
    #expect(Waits.moves(text, Waits.details(asking: "start")) == moves)
  }

  @Test(
    "the half that was said before is joined",
    arguments: [
      (Move.Telling.datePart(CivilDate(year: 2026, month: 11, day: 27)), "at 4", "start = 2026-11-27 16:00"),
      (.timePart(TimeOfDay(hour: 16)), "Friday", "start = 2026-11-27 16:00"),
      (.timePart(TimeOfDay(hour: 16)), "Wednesday", "start = 2026-11-25 16:00"),
      (.ambiguousTimePart([TimeOfDay(hour: 19), TimeOfDay(hour: 7)]), "Friday", "start = 2026-11-27 19:00|2026-11-27 07:00"),
    ])
  func partial(part: Move.Telling, text: String, move: String) {
    #expect(Waits.moves(text, Waits.details(asking: "start", partial: part)) == [move])
  }

  @Test(
    "what the meeting is called",
    arguments: [
      ("Design review", ["title = 'Design review'"]), ("\"Design review\"", ["title = 'Design review'"]),
      ("call it Design review", ["title = 'Design review'"]),
      ("Let's call it Design review, please.", ["title = 'Design review'"]),
      ("Cancel the old contracts", ["title = 'Cancel the old contracts'"]), ("cancel", ["cancel"]),
      ("30 minutes", ["length = 30m"]),
      ("an hour and a half", ["length = 90m"]), ("make it 4pm", ["start = ---- 16:00"]), ("at 4", ["start = ---- 16:00"]),
      ("Budget 2026", ["title = 'Budget 2026'"]), ("Meeting with Bob", ["title = 'Meeting with Bob'"]),
      ("Lunch at the Ritz", ["title = 'Lunch'", "place = 'the Ritz'"]),
      ("the quarterly numbers meeting", ["title = 'quarterly numbers'"]),
      ("Quarterly review, and make it an hour", ["title = 'Quarterly review'", "length = 60m"]), ("none", ["nonsense"]),
      ("what can you do?", ["intent about"]), ("help", ["help"]), ("yes", ["nonsense"]),
      ("the title is Help", ["title = 'Help'"]),
      ("Show my agenda", ["title = 'Show my agenda'"]), ("Roadmap, please", ["title = 'Roadmap'"]),
      ("it's Roadmap", ["title = 'Roadmap'"]), ("It is what it is", ["title = 'It is what it is'"]),
      ("I don't know", ["nonsense"]),
    ])
  func title(text: String, moves: [String]) {
    #expect(Waits.moves(text, Waits.details(asking: "title")) == moves)
  }

  @Test("a run that begins with a question hears its answer in the first message")
  func firstMessage() {
    let beginning = Awaiting(question: .beginning, open: Waits.details, slots: Waits.slots([:]))
    #expect(Waits.moves("hello, call it Design review", beginning) == ["title = 'Design review'"])
    #expect(Waits.moves("hello", beginning) == ["nonsense"])
  }

  @Test("a day that the language alone leaves open is asked back")
  func openDay() {
    let moves = MeetingGraph.understander.moves(
      in: "03/04", awaiting: Waits.details(asking: "start"), now: MeetingGraph.now, zone: MeetingGraph.london, locale: "en")
    #expect(MoveText.lines(moves) == ["start = 2027-04-03|2027-03-04"])
  }

  @Test(
    "a list on offer",
    arguments: [
      ("the second one", ["choose 2"]), ("2", ["choose 2"]), ("number two", ["choose 2"]), ("option 3 please", ["choose 3"]),
      ("the last one", ["choose 3"]), ("one", ["choose 1"]), ("the first", ["choose 1"]), ("I'll take the 2nd", ["choose 2"]),
      ("none of them", ["none"]), ("neither", ["none"]), ("no", ["none"]), ("4pm", ["choose 1"]), ("tomorrow", ["choose 1"]),
      ("Friday at 10", ["choose 2"]), ("Friday at 3pm", ["start = 2026-11-27 15:00"]), ("Friday", ["start = 2026-11-27 --:--"]),
      ("the earliest", ["choose 1"]), ("the latest one please", ["choose 3"]), ("the 4 o'clock one", ["choose 1"]),
      ("the morning one", ["nonsense"]), ("the afternoon one", ["choose 1"]), ("the later one", ["nonsense"]),
      ("the later one on Friday", ["choose 3"]), ("the first one on Friday", ["choose 2"]), ("Friday at 11 please", ["choose 3"]),
      ("10", ["choose 2"]), ("the 11am slot", ["choose 3"]), ("asdf", ["nonsense"]), ("7", ["start = ---- 19:00|07:00"]),
      ("cancel", ["cancel"]),
    ])
  func offer(text: String, moves: [String]) {
    #expect(Waits.moves(text, Waits.offer) == moves)
  }

  @Test(
    "of two the later and the earlier one",
    arguments: [
      ("the later one", 2), ("the earlier one", 1), ("later please", 2), ("the sooner one", 1), ("the last one", 2),
      ("the latter", 2),
      ("the second one then", 2),
    ])
  func offerOfTwo(text: String, place: Int) {
    #expect(Waits.moves(text, Waits.offerOfTwo) == ["choose \(place)"])
  }

  @Test(
    "which meeting",
    arguments: [
      ("the standup", ["meeting = \"standup\""]), ("cancel the standup", ["meeting = \"standup\""]), ("yes", ["nonsense"]),
      ("the meeting with Ann", ["meeting = \"meeting with Ann\""]), ("never mind", ["cancel"]),
      ("the one with Ann", ["meeting = \"with Ann\""]), ("the 3pm one", ["meeting = \"3pm\""]),
      ("the standup meeting", ["meeting = \"standup\""]),
    ])
  func which(text: String, moves: [String]) {
    #expect(Waits.moves(text, Waits.which) == moves)
  }

  @Test("which meeting and its new time")
  func newTime() {
    #expect(Waits.moves("the standup to Friday at 3", Waits.newTime) == ["meeting = \"standup\"", "start = 2026-11-27 15:00"])
    #expect(
      Waits.moves("push the standup to Friday at 3", Waits.newTime) == ["meeting = \"standup\"", "start = 2026-11-27 15:00"])
    #expect(Waits.moves("cancel the standup", Waits.newTime) == ["intent call_off", "meeting = \"standup\""])
    #expect(Waits.moves("call it off", Waits.newTime) == ["intent call_off"])
  }

  @Test("a time that the clock repeats or skips is left open")
  func daylightSaving() {
    let october = MeetingGraph.instant(2026, 10, 20, 10)
    let repeated = MeetingGraph.understander.moves(
      in: "25 October at 1:30am", awaiting: Waits.details(asking: "start"), now: october, zone: MeetingGraph.london,
      locale: "en-GB")
    let summer = Instant(seconds: 1_792_888_200)
    #expect(
      repeated.map(\.kind) == [
        .tell("start", .ambiguous([.timestamp(summer), .timestamp(Instant(seconds: summer.seconds + 3600))]), .plain)
      ])
    let march = MeetingGraph.instant(2026, 3, 25, 10)
    #expect(
      Waits.moves("29 March at 1:30am", Waits.details(asking: "start"), now: march) == [
        "start = 2026-03-29 00:30|2026-03-29 02:30"
      ])
  }

  @Test(
    "at a text's own question what names another slot is for that slot",
    arguments: [
      ("call it Ball", ["title = 'Ball'"]), ("no, call it Ball please", ["title = 'Ball'"]),
      ("change the title to Ball", ["title = 'Ball'"]), ("the big call room", ["place = 'the big call room'"]),
      ("the Ball room", ["place = 'the Ball room'"]),
    ])
  func othersAtText(text: String, moves: [String]) {
    #expect(Waits.moves(text, Waits.details(asking: "place")) == moves)
  }
}
