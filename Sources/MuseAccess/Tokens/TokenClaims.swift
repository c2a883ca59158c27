import Foundation
import MuseExpression

/// What a token says of its bearer, by name.
struct TokenClaims: Decodable {
  private enum Value: Decodable, Equatable {
    case text(String)
    case texts([String])
    case number(Double)
    case flag(Bool)
    case other

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let texts = try? container.decode([String].self) {
        self = .texts(texts)
      } else {
        self = .other
      }
    }
  }

  private let values: [String: Value]

  init(from decoder: any Decoder) throws { values = try decoder.singleValueContainer().decode([String: Value].self) }

  /// Nil where it is missing.
  func text(_ name: String) throws(CredentialRefusal) -> String? {
    switch values[name] {
    case nil: return nil
    case .text(let text): return text
    case .texts, .number, .flag, .other: throw .badClaims
    }
  }

  /// A text or a list of them; empty where it is missing.
  func texts(_ name: String) throws(CredentialRefusal) -> [String] {
    switch values[name] {
    case nil: return []
    case .text(let text): return [text]
    case .texts(let texts): return texts
    case .number, .flag, .other: throw .badClaims
    }
  }

  /// Seconds since 1970, parts of one dropped. Nil where it is missing.
  func instant(_ name: String) throws(CredentialRefusal) -> Instant? {
    switch values[name] {
    case nil: return nil
    case .number(let number):
      let (earliest, latest) = (Double(Instant.earliest.seconds), Double(Instant.latest.seconds))
      return Instant(seconds: Int64(min(max(number.rounded(.down), earliest), latest)))
    case .text, .texts, .flag, .other: throw .badClaims
    }
  }

  /// Only `true` is: a text that reads like it is none.
  func isTrue(_ name: String) -> Bool { values[name] == .flag(true) }
}
