import NIOCore
import NIOSSL

extension Error {
  /// The peer, or the network between, has ended or spoilt the connection: no mistake of ours.
  var isTroubleOfTheSocket: Bool {
    self is IOError || self is ChannelError || self is NIOSSLError || self is BoringSSLError || self is NIOSSLExtraError
      || self is NIOSSLCloseTimedOutError
  }
}
