import MuseAccess
import MuseExpression
import MuseRuntime
import NIOCore

/// Closes a connection when the credential that it was opened with counts no more.
final class CredentialExpiry: Sendable {
  /// A clock may be set meanwhile: it is looked at again at least so often.
  private static let longestWait = Duration.seconds(3600)

  private let connection: ClientConnection
  private let time: any TimeSource
  private let timer: NIOLoopBoundBox<Scheduled<Void>?>

  /// Nil for a credential without an end.
  init?(of connection: ClientConnection, time: any TimeSource) {
    guard connection.identity?.expires != nil else { return nil }
    self.connection = connection
    self.time = time
    timer = .makeEmptyBox(valueType: Scheduled<Void>.self, eventLoop: connection.channel.eventLoop)
    connection.channel.eventLoop.execute { self.tick() }
  }

  func cancel() {
    connection.channel.eventLoop.execute { [timer] in
      timer.value?.cancel()
      timer.value = nil
    }
  }

  private func tick() {
    guard let end = connection.identity?.expires, let rest = end.since(time.now()) else { return }
    guard rest > .zero else { return connection.turnAway(.unauthenticated(.expired)) }
    timer.value = connection.channel.eventLoop.scheduleTask(in: TimeAmount(min(rest, Self.longestWait))) { self.tick() }
  }
}
