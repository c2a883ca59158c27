import HTTPTypes
import MuseRuntime
import NIOCore
import NIOHTTP1
import NIOWebSocket

/// Turns one connection into a WebSocket, or keeps the reason why not.
///
/// NIO's upgrader does the handshake; its frame handlers are left out, since `WebSocketFrameHandler` reads frames more strictly and
/// in one go with their messages.
final class ChatUpgrader: NIOTypedHTTPServerProtocolUpgrader {
  typealias UpgradeResult = ServerChannel.Outcome

  /// What becomes of a connection: known before the upgrade is answered.
  private enum Decision {
    case none
    case admitted(Admission.Ticket)
    case refused(HTTPRefusal)
  }

  let supportedProtocol = "websocket"
  let requiredUpgradeHeaders: [String] = []
  private let handshake: NIOTypedWebSocketServerUpgrader<UpgradeResult>
  private let decision: NIOLoopBoundBox<Decision>
  private let install: @Sendable (Admission.Ticket, any Channel) throws -> UpgradeResult

  /// - Parameter install: makes the pipeline of an admitted WebSocket, on its event loop.
  init(
    admission: Admission, eventLoop: any EventLoop,
    install: @escaping @Sendable (Admission.Ticket, any Channel) throws -> UpgradeResult
  ) {
    let decision = NIOLoopBoundBox(Decision.none, eventLoop: eventLoop)
    self.decision = decision
    self.install = install
    handshake = NIOTypedWebSocketServerUpgrader(
      shouldUpgrade: { channel, head in Self.decide(on: head, channel, admission).map { Self.note($0, in: decision) } },
      upgradePipelineHandler: { channel, _ in Self.finish(decision.value, on: channel, install) })
  }

  /// Why the upgrade was refused; nil where it was never asked for, or not in a way to be understood.
  var refusal: HTTPRefusal? {
    if case .refused(let refusal) = decision.value { refusal } else { nil }
  }

  func buildUpgradeResponse(
    channel: any Channel, upgradeRequest: HTTPRequestHead, initialResponseHeaders: HTTPHeaders
  ) -> EventLoopFuture<HTTPHeaders> {
    handshake.buildUpgradeResponse(
      channel: channel, upgradeRequest: upgradeRequest, initialResponseHeaders: initialResponseHeaders)
  }

  func upgrade(channel: any Channel, upgradeRequest: HTTPRequestHead) -> EventLoopFuture<UpgradeResult> {
    Self.finish(decision.value, on: channel, install)
  }

  private static func decide(
    on head: HTTPRequestHead, _ channel: any Channel, _ admission: Admission
  ) -> EventLoopFuture<Decision> {
    channel.eventLoop.makeFutureWithTask {
      do throws(HTTPRefusal) {
        return .admitted(try await admission.admit(head, on: channel))
      } catch {
        return .refused(error)
      }
    }
  }

  /// The header fields of an upgrade, beyond those of the handshake; nil: no upgrade.
  private static func note(_ new: Decision, in decision: NIOLoopBoundBox<Decision>) -> HTTPHeaders? {
    decision.value = new
    if case .admitted = new { return [:] }
    return nil
  }

  private static func finish(
    _ decision: Decision, on channel: any Channel, _ install: @Sendable (Admission.Ticket, any Channel) throws -> UpgradeResult
  ) -> EventLoopFuture<UpgradeResult> {
    channel.eventLoop.makeCompletedFuture {
      guard case .admitted(let ticket) = decision else { throw ChannelError.inappropriateOperationForState }
      return try install(ticket, channel)
    }
  }
}
