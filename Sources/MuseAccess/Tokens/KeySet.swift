import Foundation

/// The keys that tokens are checked with, by the name that a token calls them (`kid`).
struct KeySet: Sendable {
  /// Why a text is no key set: one sentence.
  struct Failure: Error, Hashable, CustomStringConvertible {
    var description: String
  }

  /// Of a key that is left out: its name, and why.
  struct Omission: Hashable {
    var kid: String
    var fault: JSONWebKey.Fault
  }

  /// A file or an answer has a fraction of it.
  static let largest = 1 << 20
  /// Each costs work to read, whoever wrote the set.
  static let mostKeys = 1000

  let keys: [String: VerificationKey]
  let omissions: [Omission]

  private struct Written: Decodable {
    var keys: [Entry]
  }

  /// A key of a kind that nobody knows yet must not spoil the rest.
  private struct Entry: Decodable {
    var key: JSONWebKey?
    init(from decoder: any Decoder) throws { key = try? JSONWebKey(from: decoder) }
  }

  /// - Parameter mayHoldSecrets: false for what others can read, too.
  init(json: [UInt8], mayHoldSecrets: Bool) async throws(Failure) {
    // A decoder's own words would say less than ours.
    guard json.count <= Self.largest, let written = try? JSONDecoder().decode(Written.self, from: Data(json)) else {
      throw Failure(description: "It is no JSON Web Key Set: {\"keys\": [{\"kty\": …}]}.")
    }
    guard written.keys.count <= Self.mostKeys else { throw Failure(description: "It has more than \(Self.mostKeys) keys.") }
    let entries = written.keys.compactMap(\.key)
    let repeated = Dictionary(grouping: entries.compactMap(\.kid)) { $0 }.filter { $0.value.count > 1 }
    var keys: [String: VerificationKey] = [:]
    var omissions: [Omission] = []
    for entry in entries {
      do throws(JSONWebKey.Fault) {
        let material = try entry.material(mayBeSecret: mayHoldSecrets)
        guard let kid = entry.kid, repeated[kid] == nil else { throw .repeatedKeyID }
        keys[kid] = try await Self.key(material)
      } catch {
        omissions.append(Omission(kid: entry.kid ?? "", fault: error))
      }
    }
    guard !keys.isEmpty else { throw Failure(description: Self.complaint(omissions)) }
    self.keys = keys
    self.omissions = omissions
  }

  private static func key(_ material: JSONWebKey.Material) async throws(JSONWebKey.Fault) -> VerificationKey {
    do {
      return try await VerificationKey(material)
    } catch {
      throw .unreadable
    }
  }

  private static func complaint(_ omissions: [Omission]) -> String {
    let why = omissions.map { "'\($0.kid)': \($0.fault.rawValue)" }.joined(separator: "; ")
    return "It has no key to check tokens with" + (why.isEmpty ? "." : " (\(why)).")
  }
}
