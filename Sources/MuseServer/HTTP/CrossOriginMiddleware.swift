import HTTPTypes
import Hummingbird

/// Lets pages of the configured origins ask, and nobody else's: to those nothing is said at all.
///
/// Source: Fetch Standard, "CORS protocol".
struct CrossOriginMiddleware: RouterMiddleware {
  private static let methods = "GET, HEAD, POST, DELETE"
  private static let fields = "Accept, Authorization, Content-Type, X-Request-Id"
  /// Seconds for which a browser need not ask again.
  private static let remembered = "600"

  let hosts: HostPolicy

  func handle(
    _ request: Request, context: LocalRequestContext, next: (Request, LocalRequestContext) async throws -> Response
  ) async throws -> Response {
    guard let origin = request.headers[.origin], hosts.isConfigured(origin: origin) else {
      return try await next(request, context)
    }
    let isPreflight = request.method == .options && request.headers[.accessControlRequestMethod] != nil
    var response = isPreflight ? Response(status: .noContent, headers: SecurityFields.base) : try await next(request, context)
    response.headers[.accessControlAllowOrigin] = origin
    response.headers[.vary] = "Origin"
    if isPreflight {
      response.headers[.accessControlAllowMethods] = Self.methods
      response.headers[.accessControlAllowHeaders] = Self.fields
      response.headers[.accessControlMaxAge] = Self.remembered
    } else {
      response.headers[.accessControlExposeHeaders] = "X-Request-Id, Retry-After"
    }
    return response
  }
}
