import HTTPTypes
import Hummingbird
import Logging

/// Gives each request an id, or takes the one it came with: it stands in every line of the log, and in the answer (`X-Request-Id`).
struct RequestIDMiddleware: RouterMiddleware {
  static let field = HTTPField.Name("X-Request-Id")

  func handle(
    _ request: Request, context: LocalRequestContext, next: (Request, LocalRequestContext) async throws -> Response
  ) async throws -> Response {
    guard let field = Self.field else { return try await next(request, context) }
    let id = request.headers[field].flatMap(Self.accepted) ?? String(UInt64.random(in: .min ... .max), radix: 36)
    var context = context
    context.logger[metadataKey: "request"] = "\(id)"
    var response = try await next(request, context)
    response.headers[field] = id
    return response
  }

  /// What a stranger sends goes into the log only where it can do no harm there.
  private static func accepted(_ id: String) -> String? {
    let isHarmless = id.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    return (1...100).contains(id.utf8.count) && isHarmless ? id : nil
  }
}
