import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging

/// Answers every failure as JSON, and nothing at all under a host name that is not ours.
struct RefusalMiddleware: RouterMiddleware {
  let hosts: HostPolicy
  /// Whose word on the address of a request counts, as of now.
  let proxies: @Sendable () -> ClientAddress

  func handle(
    _ request: Request, context: LocalRequestContext, next: (Request, LocalRequestContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.isForwarded = Self.forwarding.contains { request.headers.contains($0) }
    if context.isForwarded {
      context.forwardedAddress = proxies().address(peer: context.peer) { request.headers[values: $0] }
    }
    do {
      guard hosts.allows(host: request.head.authority) else { throw HTTPRefusal.wrongHost }
      return try await next(request, context)
    } catch let refusal as HTTPRefusal {
      return Response(JSONAnswer(refusal))
    } catch let error as any HTTPResponseError where error.status == .notFound {
      return Response(JSONAnswer(.notFound))
    } catch {
      context.logger.error("A request failed", metadata: ["error": "\(error)"])
      return Response(JSONAnswer(.internalError))
    }
  }

  /// Fields that proxies add.
  private static let forwarding = ["Forwarded", "X-Forwarded-For", "X-Real-IP"].compactMap { HTTPField.Name($0) }
}
