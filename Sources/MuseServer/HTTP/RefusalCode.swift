/// The `error_code` of a refused request, beside those that a turn can fail with (`TurnFailure`).
package enum RefusalCode: String, Hashable, Sendable, CaseIterable {
  case badClientID = "BAD_CLIENT_ID"
  case badRequest = "BAD_REQUEST"
  case unknownEvent = "UNKNOWN_EVENT"
  case unknownZone = "UNKNOWN_ZONE"
  case wrongHost = "WRONG_HOST"
  case originNotAllowed = "ORIGIN_NOT_ALLOWED"
  case loopbackOnly = "LOOPBACK_ONLY"
  case tooManyFailures = "TOO_MANY_FAILURES"
  case credentialsUncheckable = "CREDENTIALS_UNCHECKABLE"
  case notFound = "NOT_FOUND"
  case unknownGraph = "UNKNOWN_GRAPH"
  case methodNotAllowed = "METHOD_NOT_ALLOWED"
  case anotherGraphRuns = "ANOTHER_GRAPH_RUNS"
  case upgradeRequired = "UPGRADE_REQUIRED"
  case headersTooLarge = "HEADERS_TOO_LARGE"
  case addressTooLong = "ADDRESS_TOO_LONG"
  case tooManyHandshakes = "TOO_MANY_HANDSHAKES"
  case addressFull = "TOO_MANY_CONNECTIONS_FROM_ADDRESS"
  case serverFull = "SERVER_FULL"
}

/// What `musegraph explain` and the reference say of it.
extension RefusalCode {
  /// What it means and why, in whole sentences, with the HTTP status.
  package var meaning: String {
    switch self {
    case .badClientID: "The client id in the address is too short, too long, or has a character that it may not have (400)."
    case .badRequest: "The request, or its body, is not what this address takes; the message says what it takes (400)."
    case .unknownEvent: "The graph of the conversation declares no event of this name under 'events' (404)."
    case .unknownZone: "The 'zone' of the address names no time zone (400)."
    case .wrongHost: "The request names a host that the server does not answer to: a page elsewhere may be posing as it (421)."
    case .originNotAllowed: "The request comes from a web page of another origin (403)."
    case .loopbackOnly: "What is asked for is only given to programs on the same machine (403)."
    case .tooManyFailures:
      "Too many wrong credentials came from the same address, so that nobody there is heard for a while (429)."
    case .credentialsUncheckable: "The keys that tokens are checked with cannot be fetched from their issuer just now (503)."
    case .notFound: "There is nothing at this address (404)."
    case .unknownGraph: "The server has no graph of the name behind 'graph=' (404)."
    case .methodNotAllowed: "The address is there, but not for this method; the field 'Allow' says which it has (405)."
    case .anotherGraphRuns: "The conversation is in the middle of another graph than the one behind 'graph=' (409)."
    case .upgradeRequired: "The address is a WebSocket, and the request did not ask for one (426)."
    case .headersTooLarge: "The headers of the request are larger than the server reads (431)."
    case .addressTooLong: "The address of the request is longer than the server reads (414)."
    case .tooManyHandshakes: "WebSockets were opened from one network address faster than the server allows (429)."
    case .addressFull: "One network address has as many WebSockets as the server allows it (429)."
    case .serverFull: "The server has as many connections, or takes as much memory, as it may (503)."
    }
  }

  package var advice: String {
    switch self {
    case .badClientID: "Take 3 to 100 of the characters A-Z, a-z, 0-9, '_' and '-'."
    case .badRequest: "Send what the message asks for."
    case .unknownEvent: "Send an event that the graph declares, or declare it."
    case .unknownZone: "Write the zone like Europe/London, or leave it out: then it is the graph's."
    case .wrongHost: "Use the name or address that the server listens on ('--host')."
    case .originNotAllowed: "Start the server with '--allow-origin' and the origin of the page."
    case .loopbackOnly: "Ask from the machine that the server runs on, or let the server ask for credentials."
    case .tooManyFailures: "Wait for the seconds of 'Retry-After', then send the right credentials."
    case .credentialsUncheckable: "Wait for the seconds of 'Retry-After', then try again; if you run the server, look at its log."
    case .notFound: "Look at the address."
    case .unknownGraph: "Name a graph that the server was started with, or none."
    case .methodNotAllowed: "Use the method that the message names."
    case .anotherGraphRuns: "Leave 'graph=' out, and end what runs first."
    case .upgradeRequired: "Connect with a WebSocket client, version 13."
    case .headersTooLarge: "Send fewer or shorter headers."
    case .addressTooLong: "Send a shorter address: what is long belongs into the body."
    case .tooManyHandshakes:
      "Wait for the seconds of 'Retry-After'; keep a WebSocket open instead of opening another for each message."
    case .addressFull:
      "Close connections, or raise 'limits.connections_per_address'. Behind a proxy, name it under 'trusted_proxies'."
    case .serverFull: "Wait for the seconds of 'Retry-After', then try again."
    }
  }
}
