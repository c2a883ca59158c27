import Hummingbird
import NIOCore

/// The protocol for programs to read; tests hold the server to both.
package enum ProtocolDocument: CaseIterable, Sendable {
  /// All that is answered over HTTP (OpenAPI 3.1).
  case http
  /// All that goes over the WebSocket, in both forms (AsyncAPI 3.0).
  case webSocket

  package var text: String {
    switch self {
    case .http: String(decoding: PackageResources.openapi_json, as: UTF8.self)
    case .webSocket: String(decoding: PackageResources.asyncapi_json, as: UTF8.self)
    }
  }

  package var path: String {
    switch self {
    case .http: "/openapi.json"
    case .webSocket: "/asyncapi.json"
    }
  }

  func response() -> Response {
    var fields = SecurityFields.base
    fields[.contentType] = "application/json; charset=utf-8"
    return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
