import Hummingbird
import NIOCore

/// What the router knows of a request beyond its head: whether it comes from this machine.
struct LocalRequestContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  private let remoteAddress: SocketAddress?

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    remoteAddress = source.channel.remoteAddress
  }

  /// False behind a proxy, which also comes from this machine but speaks for others (`RefusalMiddleware` tells).
  var isLocal: Bool { !isForwarded && (remoteAddress?.ipAddress.map(HostPolicy.isLoopback) ?? false) }

  var isForwarded = false

  /// Whoever has opened the connection.
  var peer: String { remoteAddress?.ipAddress ?? "" }

  /// What a trusted proxy says of it, if it is one.
  var forwardedAddress: String?

  /// Whom failures are counted against.
  var address: String { forwardedAddress ?? peer }
}
