import MuseDefinition
import MuseExpression
import MuseRuntime
import Testing

@Suite("Clocks")
struct TimeSourceTests {
  @Test("a clock that is set stands still until it is set again")
  func settable() {
    let clock = SettableTimeSource(Instant(seconds: 100))
    #expect(clock.now() == Instant(seconds: 100))
    clock.set(to: Instant(seconds: 200))
    #expect(clock.now() == Instant(seconds: 200))
  }

  @Test("a clock that begins at a set time goes on from there")
  func starting() throws {
    let start = Instant(seconds: 1000)
    let clock = SystemTimeSource(startingAt: start)
    let first = clock.now()
    #expect(first >= start)
    #expect(first < Instant(seconds: 1000 + 600))
    #expect(clock.now() >= first)
  }

  @Test("the machine's clock tells whole milliseconds")
  func system() {
    #expect(SystemTimeSource().now().nanoseconds % 1_000_000 == 0)
  }

  @Test("made ids are sixteen digits, and none comes twice")
  func entropy() {
    let entropy = Entropy.counting()
    #expect(entropy.messageID() == "m-0000000000000001")
    #expect(entropy.messageID() == "m-0000000000000002")
    #expect(Set((0..<100).map { _ in Entropy.system.messageID() }).count == 100)
  }
}
