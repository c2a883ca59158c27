import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Fetches a document of another server, within bounds of size and time: by HTTPS, or by HTTP from this machine.
///
/// ```swift
/// let document = try await DocumentFetcher().fetch("https://issuer.example/keys")
/// ```
/// It follows no redirect: where keys come from is what somebody wrote down, and nothing else.
public struct DocumentFetcher: Sendable {
  public struct Document: Hashable, Sendable {
    public var body: [UInt8]
    /// How long it may be kept (`Cache-Control: max-age`); nil where it says nothing.
    public var maxAge: Duration?
  }

  public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String
  }

  private let largest: Int
  private let deadline: Duration

  /// - Parameters:
  ///   - largest: bytes of a document.
  ///   - deadline: for all of it, from the name of the server to the last byte.
  public init(largest: Int = 1 << 20, deadline: Duration = .seconds(10)) {
    self.largest = largest
    self.deadline = deadline
  }

  /// - Throws: for an address that others on the way could answer in the name of its server.
  public static func check(_ address: String) throws(Failure) {
    let parts = URLComponents(string: address)
    guard let host = parts?.host?.lowercased(), !host.isEmpty, parts?.user == nil, parts?.fragment == nil else {
      throw Failure(description: "'\(address)' is no address. Write one like https://issuer.example/keys.json.")
    }
    let isHere = ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host)
    switch parts?.scheme?.lowercased() {
    case "https": return
    case "http" where isHere: return
    default: throw Failure(description: "'\(address)' is not safe: others could answer for it. Use https://.")
    }
  }

  public func fetch(_ address: String) async throws(Failure) -> Document {
    try Self.check(address)
    do {
      var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
      configuration.timeout.connect = .seconds(5)
      configuration.httpVersion = .http1Only
      return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
        try await get(address, by: client)
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(description: "'\(address)' cannot be fetched: \(error)")
    }
  }

  private func get(_ address: String, by client: HTTPClient) async throws -> Document {
    var request = HTTPClientRequest(url: address)
    request.headers.add(name: "Accept", value: "application/json, application/jwk-set+json")
    let response = try await client.execute(request, timeout: TimeAmount(deadline))
    guard response.status == .ok else {
      throw Failure(description: "'\(address)' was answered with \(response.status.code) instead of 200.")
    }
    let body = try await response.body.collect(upTo: largest)
    return Document(body: Array(body.readableBytesView), maxAge: Self.maxAge(response.headers[canonicalForm: "cache-control"]))
  }

  /// Source: RFC 9111, section 5.2.2.1.
  package static func maxAge(_ directives: [Substring]) -> Duration? {
    for directive in directives {
      let parts = directive.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "max-age", let seconds = Int64(parts[1]), seconds >= 0 else { continue }
      return .seconds(min(seconds, 86_400))
    }
    return nil
  }
}
