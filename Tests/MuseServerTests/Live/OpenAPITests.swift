import MuseRuntime
import MuseServer
import Testing

@Suite("The description of what is answered over HTTP", .timeLimit(.minutes(1)))
struct OpenAPITests {
  /// As `GET /health`.
  private static let documented: Set<String> = {
    guard case .object(let paths)? = JSONValue(text: ProtocolDocument.http.text)?["paths"] else { return [] }
    let operations = paths.flatMap { path, operations -> [String] in
      guard case .object(let operations) = operations else { return [] }
      return operations.keys.map { "\($0.uppercased()) \(path)" }
    }
    return Set(operations)
  }()

  @Test("every address and method is described, and whatever else is asked of an address is refused with those it has")
  func whole() async throws {
    try await LiveServer.run(.with { $0.calendar = { _ in nil } }) { server in
      #expect(Self.documented.subtracting(server.routes) == [])
      for route in server.routes where !Self.documented.contains(route) {
        let parts = route.split(separator: " ")
        let path = String(parts[1].replacing(/{[a-z]+}/, with: "ann-1"))
        // A HEAD stands where its GET is described; TRACE and CONNECT do not come so far.
        guard !["HEAD", "TRACE", "CONNECT"].contains(parts[0]) else { continue }
        let answer = try await HTTPTests.get(server.port, path, method: String(parts[0]))
        #expect(answer.status == 405, "\(route) is answered and not described")
        #expect(answer.head.contains("Allow: "))
      }
    }
  }

  @Test("it is served as it is, and so is that of the WebSocket")
  func served() async throws {
    try await LiveServer.run { server in
      for document in ProtocolDocument.allCases {
        let answer = try await HTTPTests.get(server.port, document.path)
        #expect(answer.body == document.text)
        #expect(JSONValue(text: document.text) != nil)
      }
    }
  }

  @Test("pages of configured origins may ask, and others learn nothing")
  func crossOrigin() async throws {
    try await LiveServer.run(.with { $0.settings.allowedOrigins = ["https://shop.example"] }) { server in
      let preflight = ["Access-Control-Request-Method: POST", "Origin: https://shop.example"]
      let asked = try await HTTPTests.get(
        server.port, "/v1/threads/ann-1/messages", method: "OPTIONS", preflight[0], preflight[1])
      #expect(asked.status == 204)
      #expect(
        asked.head.contains("access-control-allow-origin: https://shop.example")
          || asked.head.contains("Access-Control-Allow-Origin: https://shop.example"))
      let other = try await HTTPTests.get(
        server.port, "/v1/threads/ann-1/messages", method: "OPTIONS", preflight[0], "Origin: https://evil.example")
      #expect(!other.head.lowercased().contains("access-control"))
      let answer = try await HTTPTests.get(server.port, "/v1/graphs", method: "GET", "Origin: https://shop.example")
      #expect(answer.status == 200 && answer.head.lowercased().contains("access-control-allow-origin: https://shop.example"))
    }
  }

  @Test("a request has an id, its own where that is harmless")
  func requestID() async throws {
    try await LiveServer.run { server in
      func id(_ field: String...) async throws -> Substring? {
        let head = try await HTTPTests.get(server.port, "/health", method: "GET", field.first ?? "Accept: */*").head
        return head.firstMatch(of: /(?i)x-request-id: ([^\r\n]*)/)?.1
      }
      #expect(try await id("X-Request-Id: abc-1") == "abc-1")
      let made = try #require(try await id("X-Request-Id: a b"))
      #expect(made != "a b" && !made.isEmpty)
      #expect(try await id() != made)
    }
  }
}
