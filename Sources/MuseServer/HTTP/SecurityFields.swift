import HTTPTypes

/// The header fields that keep browsers from doing more with an answer than it is meant for.
enum SecurityFields {
  /// Of everything: nothing is stored, framed, guessed at or given to other sites.
  static let base: HTTPFields = {
    var fields: HTTPFields = [
      .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
      .xContentTypeOptions: "nosniff",
      .cacheControl: "no-store",
    ]
    fields.add("Referrer-Policy", "no-referrer")
    fields.add("X-Frame-Options", "DENY")
    fields.add("Cross-Origin-Resource-Policy", "same-origin")
    return fields
  }()

  /// Of a page: its own script and style run, known by the nonce, and it may talk to this server.
  static func page(nonce: String) -> String {
    """
    default-src 'none'; script-src 'nonce-\(nonce)'; style-src 'nonce-\(nonce)'; connect-src 'self'; img-src data:; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'
    """
  }
}

extension HTTPFields {
  fileprivate mutating func add(_ name: String, _ value: String) {
    if let name = HTTPField.Name(name) { self[name] = value }
  }
}
