import HTTPTypes
package import MuseAccess
package import MuseRuntime

/// Why a request gets no answer of the kind it asked for: its status, and what the JSON body says.
package enum HTTPRefusal: Error, Hashable, Sendable {
  case badClientID
  case badRequest
  /// The body is not what the path wants: the sentence says what it wants.
  case badBody(String)
  /// The message cannot be taken, as the WebSocket would say it.
  case badMessage(WireError)
  case bodyTooLarge
  case unknownEvent
  /// The message, the event or the deed got no turn.
  case turnFailed(TurnFailure)
  case badZone
  case wrongHost
  case originNotAllowed
  case notLocal
  /// There are no credentials, or they are not accepted.
  case unauthenticated(CredentialRefusal)
  /// The credentials are good, but not for this.
  case notTheirs
  /// The address has brought wrong credentials too often.
  case heldOff(seconds: Int)
  /// The keys that tokens are checked with cannot be had.
  case credentialsUncheckable
  case notFound
  case unknownGraph
  case methodNotAllowed(allowed: String)
  case anotherGraphRuns
  case upgradeRequired
  case headersTooLarge
  case addressTooLong
  case internalError
  case tooManyHandshakes(retryAfter: Int)
  case addressFull
  /// The client sends messages faster than one may.
  case tooFast(retryAfter: Int)
  case full
  case draining
  case stateUnavailable

  var status: HTTPResponse.Status {
    switch self {
    case .badClientID, .badRequest, .badBody, .badMessage, .badZone: .badRequest
    case .bodyTooLarge: .contentTooLarge
    case .originNotAllowed, .notLocal, .notTheirs: .forbidden
    case .unauthenticated: .unauthorized
    case .heldOff: .tooManyRequests
    case .notFound, .unknownGraph, .unknownEvent: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .anotherGraphRuns: .conflict
    case .wrongHost: .misdirectedRequest
    case .upgradeRequired: .upgradeRequired
    case .headersTooLarge: .requestHeaderFieldsTooLarge
    case .addressTooLong: .uriTooLong
    case .tooManyHandshakes, .addressFull, .tooFast: .tooManyRequests
    case .internalError: .internalServerError
    case .turnFailed(let failure): failure.status
    case .full, .draining, .stateUnavailable, .credentialsUncheckable: .serviceUnavailable
    }
  }

  /// The `error_code` of the body.
  var code: String {
    switch self {
    case .badClientID: RefusalCode.badClientID.rawValue
    case .badRequest, .badBody: RefusalCode.badRequest.rawValue
    case .badMessage(let error): error.code
    case .bodyTooLarge: ErrorCode.messageTooLong.rawValue
    case .unknownEvent: RefusalCode.unknownEvent.rawValue
    case .turnFailed(let failure): failure.code
    case .badZone: RefusalCode.unknownZone.rawValue
    case .wrongHost: RefusalCode.wrongHost.rawValue
    case .originNotAllowed: RefusalCode.originNotAllowed.rawValue
    case .notLocal: RefusalCode.loopbackOnly.rawValue
    case .unauthenticated: ErrorCode.authenticationFailed.rawValue
    case .notTheirs: ErrorCode.authorizationFailed.rawValue
    case .heldOff: RefusalCode.tooManyFailures.rawValue
    case .credentialsUncheckable: RefusalCode.credentialsUncheckable.rawValue
    case .notFound: RefusalCode.notFound.rawValue
    case .unknownGraph: RefusalCode.unknownGraph.rawValue
    case .methodNotAllowed: RefusalCode.methodNotAllowed.rawValue
    case .anotherGraphRuns: RefusalCode.anotherGraphRuns.rawValue
    case .upgradeRequired: RefusalCode.upgradeRequired.rawValue
    case .headersTooLarge: RefusalCode.headersTooLarge.rawValue
    case .addressTooLong: RefusalCode.addressTooLong.rawValue
    case .tooManyHandshakes: RefusalCode.tooManyHandshakes.rawValue
    case .addressFull: RefusalCode.addressFull.rawValue
    case .tooFast: ErrorCode.rateLimited.rawValue
    case .internalError: TurnFailure.internalError.code
    case .full: RefusalCode.serverFull.rawValue
    case .draining: TurnFailure.draining.code
    case .stateUnavailable: TurnFailure.stateUnavailable.code
    }
  }

  var sentence: String {
    switch self {
    case .badClientID: "A client id has 3 to 100 of the characters A-Z, a-z, 0-9, \"_\" and \"-\"."
    case .badRequest: "The request cannot be understood."
    case .badBody(let sentence): sentence
    case .badMessage(let error): error.sentence
    case .bodyTooLarge: "The message is too long."
    case .unknownEvent: "The graph of this conversation declares no such event."
    case .turnFailed(let failure): failure.sentence
    case .badZone: "There is no such time zone; name one as \"Europe/London\"."
    case .wrongHost: "The server does not answer to this host name."
    case .originNotAllowed: "Pages of this origin may not connect. Allow it in the server's settings."
    case .notLocal: "This is only given to programs on the same machine."
    case .unauthenticated(let refusal): refusal.sentence
    case .notTheirs: "Your credentials are not for this."
    case .heldOff(let seconds): "Too many wrong credentials came from your address. Please wait for \(seconds) s."
    case .credentialsUncheckable: CredentialRefusal.signersUnavailable.sentence
    case .notFound: "There is nothing here."
    case .unknownGraph: "There is no such graph."
    case .methodNotAllowed(let allowed): "Only \(allowed) is possible here."
    case .anotherGraphRuns: "This conversation is in the middle of another graph. End that first."
    case .upgradeRequired: "This is a WebSocket, version 13."
    case .headersTooLarge: "The headers are too large."
    case .addressTooLong: "The address of the request is too long."
    case .tooManyHandshakes: "Too many connections were opened from your network in a short time. Please wait a little."
    case .tooFast: ErrorCode.rateLimited.sentence
    case .addressFull: "Your network has as many connections as it may have. Please close some first."
    case .internalError: "Something went wrong on our side."
    case .full: "The server has as many connections as it takes. Please try again soon."
    case .draining: "The server is restarting. Please try again in a moment."
    case .stateUnavailable: "The conversation's notes cannot be reached just now. Please try again soon."
    }
  }

  /// Header fields that belong to the status.
  var fields: HTTPFields {
    switch self {
    case .methodNotAllowed(let allowed): [.allow: allowed]
    case .upgradeRequired: [.upgrade: "websocket", .secWebSocketVersion: "13"]
    case .turnFailed(let failure): failure.isRetrySuggested ? [.retryAfter: "2"] : [:]
    case .full, .draining, .stateUnavailable: [.retryAfter: "2"]
    case .tooManyHandshakes(let seconds), .tooFast(let seconds): [.retryAfter: String(seconds)]
    case .addressFull: [.retryAfter: "10"]
    case .heldOff(let seconds): [.retryAfter: String(seconds)]
    case .credentialsUncheckable: [.retryAfter: "30"]
    case .unauthenticated(.missing): [.wwwAuthenticate: "Bearer realm=\"musegraph\""]
    case .unauthenticated: [.wwwAuthenticate: "Bearer realm=\"musegraph\", error=\"invalid_token\""]
    case .badClientID, .badRequest, .badBody, .badMessage, .bodyTooLarge, .badZone, .wrongHost, .originNotAllowed, .notLocal,
      .notTheirs, .notFound, .unknownGraph, .unknownEvent, .anotherGraphRuns, .headersTooLarge, .addressTooLong,
      .internalError:
      [:]
    }
  }
}

extension TurnFailure {
  /// What an HTTP client is told where a message got no reply.
  fileprivate var status: HTTPResponse.Status {
    switch self {
    case .conversationBusy: .tooManyRequests
    case .conversationEnded, .interrupted: .conflict
    case .languageModelFailed, .toolFailed: .badGateway
    case .timedOut: .gatewayTimeout
    case .stateRecovered, .stateUnavailable, .draining: .serviceUnavailable
    case .internalError: .internalServerError
    }
  }
}
