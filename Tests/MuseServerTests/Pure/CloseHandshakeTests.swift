import MuseServer
import Testing

@Suite("Closing and keeping alive")
struct CloseHandshakeTests {
  private let restart = Closing(code: .restart, reason: "the server restarts")

  @Test("the server closes: it sends, waits for the answer, ends its half, and waits for the end of the other")
  func serverCloses() {
    var handshake = CloseHandshake()
    #expect(handshake.start(restart) == .send(restart))
    #expect(!handshake.isOpen)
    #expect(handshake.readsFrames)
    #expect(handshake.receive(.restart) == .finish)
    #expect(!handshake.readsFrames)
    #expect(handshake.end() == .closeChannel)
    #expect(handshake.end() == .nothing)
  }

  @Test("the client closes: its code comes back")
  func clientCloses() {
    var handshake = CloseHandshake()
    #expect(handshake.receive(.goingAway) == .sendAndFinish(Closing(code: .goingAway, reason: "")))
    #expect(handshake.receive(.goingAway) == .nothing)
    #expect(handshake.start(restart) == .nothing)
    #expect(handshake.end() == .closeChannel)
  }

  @Test("a client that names no code gets none")
  func noCode() {
    var handshake = CloseHandshake()
    #expect(handshake.receive(nil) == .sendAndFinish(nil))
  }

  @Test("a violation is told, and nothing is read after it")
  func violation() {
    var handshake = CloseHandshake()
    let closing = ProtocolViolation.unmasked.closing
    #expect(handshake.fail(closing) == .sendAndFinish(closing))
    #expect(!handshake.readsFrames)
    #expect(handshake.fail(closing) == .nothing)
  }

  @Test("a violation while we wait for the answer to our close only ends it")
  func violationAtTheEnd() {
    var handshake = CloseHandshake()
    _ = handshake.start(restart)
    #expect(handshake.fail(ProtocolViolation.unmasked.closing) == .finish)
  }

  @Test("every violation has a code that may be sent, and a reason that fits", arguments: ProtocolViolation.allCases)
  func violations(violation: ProtocolViolation) {
    #expect(violation.closing.code.mayBeSent)
    #expect((1...123).contains(violation.closing.reason.utf8.count))
  }

  @Test("a silent peer is asked once, and given up when it does not answer")
  func silence() {
    var keepAlive = KeepAlive()
    #expect(keepAlive.tick() == .wait)
    #expect(keepAlive.tick() == .ping)
    #expect(keepAlive.tick() == .giveUp)
  }

  @Test("whatever is heard shows that it lives")
  func heard() {
    var keepAlive = KeepAlive()
    #expect(keepAlive.tick() == .wait)
    #expect(keepAlive.tick() == .ping)
    keepAlive.hear()
    #expect(keepAlive.tick() == .wait)
    #expect(keepAlive.tick() == .ping)
    #expect(keepAlive.tick() == .giveUp)
  }
}
