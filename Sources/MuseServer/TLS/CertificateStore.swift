import Logging
import MuseAccess
import NIOCore
import NIOSSL
import Synchronization

/// The certificate of the server, read anew when its files change: connections that are made from then on get the new one. A pair that
/// cannot be used is said once, and the old one stays.
final class CertificateStore: Sendable {
  private struct State {
    var context: NIOSSLContext
    var stamps: [FileStamp?]
  }

  private let files: TLSFiles
  private let state: Mutex<State>

  /// - Throws: when there is no pair that can be used.
  init(_ files: TLSFiles) throws(ServerSettings.Refusal) {
    self.files = files
    let stamps = Self.stamps(files)
    do {
      state = Mutex(State(context: try Self.context(files), stamps: stamps))
    } catch {
      throw .unusableCertificate(files, reason: Self.reason(error))
    }
  }

  /// Decrypts one connection; to be made on its event loop.
  func handler() -> NIOSSLServerHandler { NIOSSLServerHandler(context: state.withLock { $0.context }) }

  /// Looks at the files. A renewal writes two: until both are there, the old pair stays.
  func refresh(_ logger: Logger) {
    let stamps = Self.stamps(files)
    guard stamps != state.withLock({ $0.stamps }) else { return }
    do {
      let context = try Self.context(files)
      state.withLock { $0 = State(context: context, stamps: stamps) }
      logger.notice("The certificate was read anew", metadata: ["file": "\(files.certificate)"])
    } catch {
      state.withLock { $0.stamps = stamps }
      logger.error(
        "The new certificate cannot be used: the old one stays",
        metadata: ["file": "\(files.certificate)", "reason": "\(Self.reason(error))"])
    }
  }

  private static func stamps(_ files: TLSFiles) -> [FileStamp?] { [FileStamp(files.certificate), FileStamp(files.key)] }

  /// TLS 1.2 is the oldest version that is still sound (RFC 9325, section 3.1.1).
  private static func context(_ files: TLSFiles) throws -> NIOSSLContext {
    let chain = try NIOSSLCertificate.fromPEMFile(files.certificate)
    let key = try NIOSSLPrivateKey(file: files.key, format: .pem)
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
    configuration.minimumTLSVersion = .tlsv12
    configuration.applicationProtocols = ["http/1.1"]
    return try NIOSSLContext(configuration: configuration)
  }

  /// In the words of whoever made the files.
  private static func reason(_ error: any Error) -> String {
    switch error {
    case NIOSSLError.failedToLoadCertificate: "the certificate is not there, or no PEM file of a certificate"
    case NIOSSLError.failedToLoadPrivateKey: "the key is not there, or no PEM file of a key without a password"
    case is IOError: "a file is not there, or may not be read"
    default: "the key is not the certificate's (\(error))"
    }
  }
}
