import MuseServer

/// Every setting, in the order in which it is printed and documented.
public enum SettingCatalogue {
  public static let all: [Setting] = what + access + conversation + log + traces + limits + timeouts

  /// What the keys that hold others are about.
  public static let sections = [
    "traces": "Where turns can be followed, span by span, in a collector of OpenTelemetry.",
    "limits": "Bounds that keep one client from hurting the others.",
    "timeouts": "How long something may take.",
  ]

  /// What is served, and where.
  private static let what = [
    Setting(
      "graphs", \.graphs, .path, reload: .restart,
      "A graph file, or a folder with graphs; the argument of 'serve' goes before."),
    Setting(
      "graph", optional: \.graph, .text("name", allowed: "the name of a graph"), reload: .restart,
      "The graph of clients that name none."),
    Setting(
      "host", \.server.host, .text("host", allowed: "a name or an address, like 127.0.0.1"), reload: .restart,
      "Listen on this name or address."),
    Setting("port", \.server.port, .count(0...65535), reload: .restart, "Listen on this port; 0 is any free one."),
    Setting(
      "store", optional: \.store, .store, reload: .restart,
      "Where conversations and calendars are kept: memory, or sqlite:PATH; if left out, a file named after the graph in 'data'."),
    Setting(
      "durability", optional: \.durability, .choice, reload: .restart,
      "What is left when the machine loses power: all that was answered (full, if left out), all but the last seconds, or nothing."
    ),
    Setting(
      "data", optional: \.data, .path, reload: .restart,
      "The folder of stores that 'store' does not name; if left out, the data folder of the user."),
    Setting(
      "now", optional: \.now, .time, reload: .restart,
      "Begin the clock at this time instead of the machine's; without an offset, a clock time of the graph's zone."),
  ]

  /// Who may come in.
  private static let access = [
    Setting(
      "allow_anyone", \.server.allowsAnyone, .boolean, reload: .restart,
      "Listen on other than loopback addresses: anybody who reaches the port can talk in anybody's name."),
    Setting(
      "allow_origins", flag: "allow-origin", list: \.server.allowedOrigins, .origin, reload: .live,
      "Web pages of these origins may connect, besides those of the server itself."),
    Setting(
      "keys", optional: \.server.credentials.keys, .path, reload: .restart,
      "The file of the API keys ('musegraph key'): whoever comes must bring one, or a token."),
    Setting(
      "jwt_keys", optional: \.server.credentials.tokenKeys, .path, reload: .restart,
      "The keys that tokens are checked with: a JSON Web Key Set, in a file or behind https://."),
    Setting(
      "jwt_issuer", optional: \.server.credentials.issuer, .text("issuer", allowed: "the name of an issuer"), reload: .restart,
      "The one issuer whose tokens count."),
    Setting(
      "jwt_audience", optional: \.server.credentials.audience, .text("audience", allowed: "the name of an audience"),
      reload: .restart, "What this server is called in tokens."),
    Setting(
      "jwt_tenant_claim", optional: \.server.credentials.tenantClaim, .text("claim", allowed: "the name of a claim"),
      reload: .restart, "The claim that names the tenant; then every token must have it."),
    Setting(
      "jwt_admin_claim", \.server.credentials.adminClaim, .text("claim", allowed: "the name of a claim"), reload: .restart,
      "The claim that is true for whoever may run the server."),
    Setting(
      "jwt_leeway", \.server.credentials.leeway, .duration(.zero ... .seconds(3600)), reload: .restart,
      "By how much the issuer's clock may differ from this one."),
    Setting(
      "tls_certificate", optional: \.server.tlsCertificate, .path, reload: .restart,
      "The certificate of the server, a PEM file; read anew when it changes."),
    Setting(
      "tls_key", optional: \.server.tlsKey, .path, reload: .restart,
      "The private key of the certificate, a PEM file without a password."),
    Setting(
      "admin_host", \.server.adminHost, .text("host", allowed: "a name or an address, like 127.0.0.1"), reload: .restart,
      "Where /admin and the like are served, if they have a port of their own."),
    Setting(
      "admin_port", optional: \.server.adminPort, .count(0...65535), reload: .restart,
      "Serve /admin and the like on this port of their own; 0 is any free one."),
    Setting(
      "watch_interval", \.server.watchInterval, .duration(.milliseconds(10) ... .seconds(86_400)), reload: .live,
      "How often it is looked for revoked keys and new certificates."),
    Setting(
      "trusted_proxies", flag: "trusted-proxy", list: \.server.trustedProxies, .addresses, reload: .live,
      "Proxies that are believed when 'X-Forwarded-For' or 'Forwarded' says from which address a request comes."),
  ]

  private static let conversation = [
    Setting(
      "staffed", list: \.staffed, .text("queue", allowed: "the name of a queue"), reload: .restart,
      "Somebody is there to take over threads of these queues."),
    Setting(
      "processing", \.server.processing, .processing, reload: .live,
      "When a client is told that its turn is being processed."),
    Setting(
      "compression", \.server.compression, .choice, reload: .live,
      "Compress WebSocket messages for clients that offer it: each by itself, or in the context of those before it."),
    Setting(
      "test_echo", \.server.testEcho, .boolean, reload: .restart,
      "Serve /ws-echo too, which sends back what it gets without any limit: for tests of the WebSocket, on loopback only."),
  ]
}
