import HTTPTypes
import MuseRuntime
import NIOCore

/// An HTTP response whose body is one JSON object.
struct JSONAnswer: Sendable {
  var response: HTTPResponse
  var body: ByteBuffer

  /// - Parameter write: writes the fields of the object.
  init(_ status: HTTPResponse.Status, fields: HTTPFields = [:], write: (inout JSONObjectWriter) -> Void) {
    var object = JSONObjectWriter(into: ByteBuffer())
    write(&object)
    self.init(status, fields: fields, body: object.finish())
  }

  init(_ status: HTTPResponse.Status, _ value: JSONValue) { self.init(status, fields: [:], body: ByteBuffer(string: value.text)) }

  /// - Parameter body: a whole JSON object.
  init(_ status: HTTPResponse.Status, fields: HTTPFields = [:], body: ByteBuffer) {
    self.body = body
    response = HTTPResponse(status: status, headerFields: SecurityFields.base)
    response.headerFields.append(contentsOf: fields)
    response.headerFields[.contentType] = "application/json; charset=utf-8"
    response.headerFields[.contentLength] = String(body.readableBytes)
  }

  init(_ refusal: HTTPRefusal) {
    self.init(refusal.status, fields: refusal.fields) { object in
      object.write("error_code", refusal.code)
      object.write("message", refusal.sentence)
    }
  }
}
