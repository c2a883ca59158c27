import MuseAccess
import MuseExpression
import MuseRuntime

extension APIKey {
  /// What it is for, in words.
  var purpose: String {
    let who =
      switch speaksFor {
      case .client(let client): "talks as '\(client)'"
      case .anyClient: "talks as any client"
      }
    let deed = scopes.contains(.admin) ? "runs the server" : who
    let world = tenant.map { " of tenant '\($0)'" } ?? ""
    return deed + world + (expires.map { ", until \($0.rfc3339)" } ?? "") + (revoked.map { ", revoked at \($0.rfc3339)" } ?? "")
  }

  /// Without its hash, which nobody needs to see.
  func json(at now: Instant) -> [String: JSONValue] {
    var fields: [String: JSONValue] = [
      "id": .string(id), "name": .string(name), "scopes": .array(scopes.map(\.rawValue).sorted().map { .string($0) }),
      "created": .string(created.rfc3339), "standing": .string(standing(at: now).rawValue),
    ]
    if let tenant { fields["tenant"] = .string(tenant.rawValue) }
    if case .client(let client) = speaksFor { fields["client"] = .string(client) }
    if let expires { fields["expires"] = .string(expires.rfc3339) }
    if let revoked { fields["revoked"] = .string(revoked.rfc3339) }
    return fields
  }
}
