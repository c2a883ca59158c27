import MuseInterpreter
import MuseServer
import Testing

@Suite("Turns that were told")
struct ToldTurnsTests {
  private func turn(_ number: Int) -> ReplyID { ReplyID(rawValue: number) }

  @Test("a message is settled once, when it has its answer and its turn was told, in whichever order")
  func once() {
    let turns = ToldTurns()
    #expect(!turns.noteAnswer(turn(1)))
    #expect(turns.noteTold(upTo: turn(1)) == 1)
    #expect(turns.noteTold(upTo: turn(1)) == 0)
    #expect(turns.noteTold(upTo: turn(3)) == 0)
    #expect(turns.noteAnswer(turn(2)))
    // Two messages that were joined have one turn.
    #expect(!turns.noteAnswer(turn(4)))
    #expect(!turns.noteAnswer(turn(4)))
    #expect(!turns.noteAnswer(turn(5)))
    #expect(turns.noteTold(upTo: turn(4)) == 2)
    #expect(turns.noteTold(upTo: turn(9)) == 1)
  }
}
