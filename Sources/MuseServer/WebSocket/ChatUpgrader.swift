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

  /// Whom a WebSocket is for.
  enum Guest {
    case chat(Admission.Ticket)
    case echo

    /// The fields of the answer that name the subprotocol.
    var subprotocols: HTTPHeaders {
      switch self {
      case .chat(let ticket): ticket.request.subprotocols.fields
      case .echo: [:]
      }
    }
  }

  /// What becomes of a connection: known before the upgrade is answered.
  private enum Decision {
    case none
    case admitted(Guest, DeflateAgreement?)
    case refused(HTTPRefusal)
  }

  typealias Install = @Sendable (Guest, DeflateAgreement?, any Channel) throws -> UpgradeResult

  let supportedProtocol = "websocket"
  let requiredUpgradeHeaders: [String] = []
  private let handshake: NIOTypedWebSocketServerUpgrader<UpgradeResult>
  private let decision: NIOLoopBoundBox<Decision>
  private let install: Install

  /// - Parameter install: makes the pipeline of an admitted WebSocket, on its event loop.
  init(admission: Admission, settings: ServerSettings, eventLoop: any EventLoop, install: @escaping Install) {
    let decision = NIOLoopBoundBox(Decision.none, eventLoop: eventLoop)
    self.decision = decision
    self.install = install
    handshake = NIOTypedWebSocketServerUpgrader(
      shouldUpgrade: { channel, head in
        Self.decide(on: head, channel, admission, settings).map { Self.note($0, in: decision) }
      },
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
    on head: HTTPRequestHead, _ channel: any Channel, _ admission: Admission, _ settings: ServerSettings
  ) -> EventLoopFuture<Decision> {
    channel.eventLoop.makeFutureWithTask {
      do throws(HTTPRefusal) {
        let agreement = try agreement(on: head, settings.compression)
        return .admitted(try await guest(head, channel, admission, settings), agreement)
      } catch {
        return .refused(error)
      }
    }
  }

  private static func guest(
    _ head: HTTPRequestHead, _ channel: any Channel, _ admission: Admission, _ settings: ServerSettings
  ) async throws(HTTPRefusal) -> Guest {
    guard head.uri == ConnectRequest.echoPath else { return .chat(try await admission.admit(head, on: channel)) }
    guard settings.testEcho else { throw .notFound }
    try admission.hosts.check(head)
    return .echo
  }

  private static func agreement(
    on head: HTTPRequestHead, _ compression: ServerSettings.Compression
  ) throws(HTTPRefusal) -> DeflateAgreement? {
    guard let offers = ExtensionOffer.list(head.headers["sec-websocket-extensions"]) else { throw .badRequest }
    switch compression {
    case .off: return nil
    case .message: return DeflateAgreement(choosingFrom: offers, keepsContext: false)
    case .context: return DeflateAgreement(choosingFrom: offers, keepsContext: true)
    }
  }

  /// The header fields of an upgrade, beyond those of the handshake; nil: no upgrade.
  private static func note(_ new: Decision, in decision: NIOLoopBoundBox<Decision>) -> HTTPHeaders? {
    decision.value = new
    guard case .admitted(let guest, let agreement) = new else { return nil }
    var fields = guest.subprotocols
    if let agreement { fields.add(name: "Sec-WebSocket-Extensions", value: agreement.header) }
    return fields
  }

  private static func finish(
    _ decision: Decision, on channel: any Channel, _ install: Install
  ) -> EventLoopFuture<UpgradeResult> {
    channel.eventLoop.makeCompletedFuture {
      guard case .admitted(let guest, let agreement) = decision else { throw ChannelError.inappropriateOperationForState }
      return try install(guest, agreement, channel)
    }
  }
}
