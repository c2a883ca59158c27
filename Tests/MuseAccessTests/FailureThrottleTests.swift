import MuseAccess
import MuseExpression
import Testing

@Suite("Holding off who guesses")
struct FailureThrottleTests {
  private static func at(_ seconds: Int64) -> Instant { Instant(seconds: TestIssuer.now.seconds + seconds) }

  @Test("some failures are free, then each costs twice the waiting of the last, up to five minutes")
  func growth() {
    var throttle = FailureThrottle()
    let delays = (0..<17).map { _ in throttle.noteFailure(from: "a", at: Self.at(0)) }
    #expect(
      delays == Array(repeating: nil, count: 5) + [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300].map(Duration.seconds))
  }

  @Test("an address waits for as long as it was told, and others do not")
  func waiting() {
    var throttle = FailureThrottle()
    for _ in 0..<8 { throttle.noteFailure(from: "a", at: Self.at(0)) }
    #expect([0, 3, 4, 5].map { throttle.wait(for: "a", at: Self.at($0)) } == [.seconds(4), .seconds(1), nil, nil])
    #expect(throttle.wait(for: "b", at: Self.at(0)) == nil)
  }

  @Test("a good credential clears the address, and so does time")
  func forgetting() {
    var throttle = FailureThrottle()
    for _ in 0..<8 { throttle.noteFailure(from: "a", at: Self.at(0)) }
    #expect(throttle.noteFailure(from: "a", at: Self.at(899)) == .seconds(8))
    #expect(throttle.noteFailure(from: "a", at: Self.at(899 + 900)) == nil)
    for _ in 0..<8 { throttle.noteFailure(from: "a", at: Self.at(2000)) }
    throttle.noteSuccess(from: "a")
    #expect(throttle.wait(for: "a", at: Self.at(2000)) == nil)
    #expect(throttle.count == 0)
  }

  @Test("a clock that is set back does not hold anybody off for longer")
  func clockSetBack() {
    var throttle = FailureThrottle()
    for _ in 0..<30 { throttle.noteFailure(from: "a", at: Self.at(600)) }
    #expect(throttle.wait(for: "a", at: Self.at(0)) == .seconds(300))
    #expect(throttle.wait(for: "a", at: Self.at(-1000)) == nil)
  }

  @Test("it never remembers more addresses than it may, and forgets the oldest first")
  func bounded() {
    var limits = FailureThrottle.Limits()
    limits.addresses = 100
    limits.free = 0
    var throttle = FailureThrottle(limits: limits)
    for number in 0..<1000 {
      throttle.noteFailure(from: "address \(number)", at: Self.at(Int64(number / 10)))
      #expect(throttle.count <= 100)
    }
    throttle.noteFailure(from: "address 999", at: Self.at(99))
    #expect(throttle.wait(for: "address 999", at: Self.at(99)) == .seconds(2))
    #expect(throttle.wait(for: "address 0", at: Self.at(0)) == nil)
  }
}
