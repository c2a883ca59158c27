import AsyncHTTPClient
package import Foundation
import NIOCore
import NIOHTTP1

/// Posts documents to one address, over connections that it keeps.
///
/// ```swift
/// let poster = DocumentPoster(address: "http://127.0.0.1:4318/v1/traces")
/// let answer = try await poster.post(body, type: "application/json")
/// await poster.close()
/// ```
/// It follows no redirect: credentials are for whom somebody wrote down, and nobody else.
public final class DocumentPoster: Sendable {
  public struct Answer: Hashable, Sendable {
    public var status: Int
    /// `Retry-After`; nil where it says nothing.
    public var retryAfter: Duration?
    public var body: [UInt8]
  }

  public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String
  }

  private static let largest = 64 << 10

  private let address: String
  private let fields: HTTPHeaders
  private let deadline: Duration
  private let client: HTTPClient

  /// - Parameters:
  ///   - fields: of each request, such as credentials.
  ///   - deadline: for all of one, from the name of the server to the last byte of the answer.
  public init(address: String, fields: [(String, String)] = [], deadline: Duration = .seconds(10)) {
    self.address = address
    self.fields = HTTPHeaders(fields)
    self.deadline = deadline
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.timeout.connect = .seconds(5)
    configuration.httpVersion = .http1Only
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  /// Whether nobody on the way can read what is posted there, or nothing goes on any way: by HTTPS, or to this machine.
  public static func isPrivate(_ address: String) -> Bool {
    guard let parts = URLComponents(string: address), let host = parts.host?.lowercased() else { return false }
    return parts.scheme?.lowercased() == "https" || ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
  }

  public func post(_ body: [UInt8], type: String) async throws(Failure) -> Answer {
    var request = HTTPClientRequest(url: address)
    request.method = .POST
    request.headers = fields
    request.headers.replaceOrAdd(name: "Content-Type", value: type)
    request.body = .bytes(ByteBuffer(bytes: body))
    do {
      let response = try await client.execute(request, timeout: TimeAmount(deadline))
      let answer = try await response.body.collect(upTo: Self.largest)
      return Answer(
        status: Int(response.status.code), retryAfter: Self.pause(response.headers.first(name: "retry-after")),
        body: Array(answer.readableBytesView))
    } catch {
      throw Failure(description: "\(error)")
    }
  }

  /// Ends its connections.
  public func close() async {
    do {
      try await client.shutdown()
    } catch {
      // It is closed already.
    }
  }

  /// In seconds, or until a day and time. Source: RFC 9110, section 10.2.3.
  package static func pause(_ field: String?, now: Date = Date()) -> Duration? {
    guard let field else { return nil }
    if let seconds = Int64(field) { return seconds < 0 ? nil : .seconds(min(seconds, 86_400)) }
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
    guard let date = formatter.date(from: field) else { return nil }
    return .seconds(min(max(0, Int64(date.timeIntervalSince(now).rounded(.up))), 86_400))
  }
}
