public import MuseAccess

/// Where the server listens, and every limit it keeps. The defaults are sane for a machine that talks to itself and to a proxy.
public struct ServerSettings: Hashable, Sendable {
  /// A name or an address. Only loopback is taken without credentials, unless `allowsAnyone`.
  public var host = "127.0.0.1"
  /// 0: any free one; the server tells which.
  public var port = 8080
  /// "I know that whoever reaches this host can talk in anybody's name": the flag `--allow-anyone`.
  public var allowsAnyone = false
  /// Origins of other hosts that may connect, as browsers write them: `https://example.com`. A page of the server itself always may.
  public var allowedOrigins: [String] = []
  /// Proxies that are believed when they say from where a request comes.
  public var trustedProxies: [AddressBlock] = []
  /// What the chat page is called.
  public var title = "musegraph"
  /// What it says it is for, to whoever opens it first: a sentence, or nothing.
  public var purpose = ""
  /// Who may come in. Whoever starts the server opens what it names (`MuseServer.init`, `access`).
  public var credentials = CredentialSettings()
  /// The certificate of the server, followed by those that lead to its issuer: a PEM file. Nil: no TLS, as behind a proxy that has it.
  public var tlsCertificate: String?
  /// The private key of the certificate, without a password: a PEM file.
  public var tlsKey: String?
  /// Where what is for whoever runs the server is served, if it has a port of its own.
  public var adminHost = "127.0.0.1"
  /// `/admin` and the like get this port, and are no more on the other one. Nil: they are on the one port. 0: any free one.
  public var adminPort: Int?
  /// How often it is looked whether a key was revoked, and whether the certificate has changed.
  public var watchInterval = Duration.seconds(5)
  /// How addresses are held off that bring wrong credentials.
  public var failures = FailureThrottle.Limits()
  public var processing = ProcessingNotice.slow(after: .milliseconds(150))
  /// Whether WebSocket messages are compressed for clients that offer it.
  public var compression = Compression.off
  /// A WebSocket at `/ws-echo` that sends back whatever it gets, for programs that test WebSockets. Only on loopback.
  public var testEcho = false
  public var limits = Limits()
  public var timeouts = Timeouts()

  public init() {}

  /// When a client is told that its turn is being processed.
  public enum ProcessingNotice: Hashable, Sendable {
    case always
    case slow(after: Duration)
    case never
  }

  /// `permessage-deflate` (RFC 7692), and what it costs on each connection that uses it.
  public enum Compression: String, Hashable, Sendable, CaseIterable {
    case off
    /// Each message by itself: nothing is kept between messages, and while nothing is said it costs no memory.
    case message
    /// A message may refer to those before it: short ones shrink more, and each connection that has sent and received such messages
    /// keeps 50 KiB, or 78 where the client cannot limit its window.
    case context
  }

  public struct Limits: Hashable, Sendable {
    /// WebSockets in all; one more is refused with 503.
    public var connections = 10_000
    /// WebSockets of one client; one more is closed with 4429.
    public var connectionsPerClient = 10
    /// WebSockets of one address (of IPv6: of one /64); one more is refused with 429.
    public var connectionsPerAddress = 1000
    /// WebSocket handshakes of one address; one more is refused with 429.
    public var handshakeRate = Rate(20, per: .seconds(1))
    /// Handshakes of one address at once, before the rate counts.
    public var handshakeBurst = 200
    /// Whose handshakes and connections are not counted: at first those of this machine, where a proxy speaks for many.
    public var uncountedAddresses = ["127.0.0.0/8", "::1"].compactMap { AddressBlock($0) }
    /// Messages of one client, over all its connections; one more is answered with `RATE_LIMITED`. More than a person can type:
    /// programs are clients, too, and a thread takes its turns one by one in any case.
    public var messageRate = Rate(100, per: .seconds(1))
    /// Messages of one client at once, before the rate counts.
    public var messageBurst = 2000
    /// Messages in a row that came too fast; so many close the connection with 1008.
    public var messagesTooFast = 50
    /// Bytes of one WebSocket message; a larger one closes the connection with 1009.
    public var messageBytes = 128 * 1024
    /// Frames of one WebSocket message; one more closes the connection with 1009.
    public var fragments = 128
    /// Characters (Unicode scalars) of one message after trimming; a longer one is answered with `MESSAGE_TOO_LONG`.
    public var contentLength = 8000
    /// Malformed messages in a row; so many close the connection with 1008.
    public var malformedMessages = 10
    /// Messages of one connection that wait for their answers; beyond it nothing more is read.
    public var messagesInFlight = 32
    /// Bytes that wait for a client that reads slowly; beyond it the connection is closed with 4413.
    public var outgoingBytes = 1024 * 1024
    /// Bytes of resident memory of the process; beyond it new WebSockets are refused with 503. Nil: there is no limit.
    public var memory: Int? = 2 << 30
    /// Bytes of one header field of a request, and of its first line; a longer field is refused with 431, a longer line with 414.
    public var headerFieldBytes = 8 * 1024
    /// Bytes of all header fields of a request; more are refused with 431.
    public var headerBytes = 32 * 1024
    /// Header fields of a request; more are refused with 431.
    public var headerFields = 100

    public init() {}
  }

  public struct Timeouts: Hashable, Sendable {
    /// From the connection to the end of the request's head.
    public var handshake = Duration.seconds(10)
    /// A kept-alive HTTP connection without a request.
    public var idleHTTP = Duration.seconds(60)
    /// Silence of a WebSocket after which a ping is sent.
    public var pingInterval = Duration.seconds(30)
    /// How long the answer to a ping may take; then the connection is closed with 4408.
    public var pongDeadline = Duration.seconds(10)
    /// Silence of a WebSocket, pings aside, after which it is closed with 1001. Nil: it may be silent for ever.
    public var idleWebSocket: Duration?
    /// How long a close handshake may take.
    public var close = Duration.seconds(3)
    /// How long running turns may go on after the server was told to stop.
    public var drain = Duration.seconds(25)

    public init() {}
  }
}

extension ServerSettings {
  /// Why the server does not start.
  public enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The host is not loopback, and no credentials are asked for.
    case reachableByAnyone(host: String)
    /// The echo is for tests on one machine: it keeps no limits.
    case echoIsReachable(host: String)
    case unusableCertificate(TLSFiles, reason: String)
    /// A certificate without its key, or the other way round.
    case halfACertificate
    /// It is not written as browsers write it, so that it would never be one.
    case noOrigin(String)

    public var description: String {
      switch self {
      case .reachableByAnyone(let host):
        """
        "\(host)" can be reached from other machines, and no credentials are configured: anybody there could talk in anybody's name. \
        Listen on 127.0.0.1, let the server ask for credentials (--keys, --jwt-keys), or give --allow-anyone if that is what you want.
        """
      case .unusableCertificate(let files, let reason):
        "The certificate \"\(files.certificate)\" and the key \"\(files.key)\" cannot be used: \(reason)."
      case .halfACertificate:
        "A certificate (--tls-certificate) and its private key (--tls-key) are given together, or neither."
      case .noOrigin(let text):
        """
        "\(text)" is no origin: write it as browsers do, https://example.com or https://example.com:8443, with no path and no slash at its end.
        """
      case .echoIsReachable(let host):
        """
        "\(host)" can be reached from other machines, and /ws-echo keeps no limits: it is only served on loopback. \
        Listen on 127.0.0.1, or leave out --test-echo.
        """
      }
    }
  }

  /// - Parameter asksForCredentials: whoever comes must prove who they are, so that the server may be reached from anywhere.
  package func check(asksForCredentials: Bool = false) throws(Refusal) {
    guard HostPolicy.isLoopback(host) || !testEcho else { throw .echoIsReachable(host: host) }
    for host in [host] + (adminPort == nil ? [] : [adminHost]) {
      guard HostPolicy.isLoopback(host) || allowsAnyone || asksForCredentials else { throw .reachableByAnyone(host: host) }
    }
    guard (tlsCertificate == nil) == (tlsKey == nil) else { throw .halfACertificate }
    for origin in allowedOrigins where !HostPolicy.isOrigin(origin) { throw .noOrigin(origin) }
  }
}
