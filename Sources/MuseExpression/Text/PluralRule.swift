/// The forms that a language may have for "so many of a thing".
///
/// Source: CLDR, "Language Plural Rules".
enum PluralCategory: String, Sendable, CaseIterable {
  case zero, one, two, few, many, other
}

/// Which form goes with which number.
enum PluralRule: Sendable {
  /// `1 day`, `2 days`, `1.5 days`
  case oneIsOne
  /// As `oneIsOne`, and whole millions are `many`: `1 000 000 de días`.
  case oneIsOneMillionsAreMany
  /// `0 jour`, `1,5 jour`, `2 jours`, and whole millions are `many`.
  case belowTwoIsOneMillionsAreMany

  /// Of what is no number it is `other`.
  func category(of value: Value) -> PluralCategory {
    switch value {
    case .int(let number): category(whole: number.magnitude)
    case .uint(let number): category(whole: number)
    case .double(let number): category(of: number)
    case .null, .bool, .string, .bytes, .list, .map, .timestamp, .duration, .date, .time, .object, .empty, .type: .other
    }
  }

  func category(of number: Double) -> PluralCategory {
    let size = number.magnitude
    if size < 1e15, size.rounded() == size { return category(whole: UInt64(size)) }
    switch self {
    case .oneIsOne, .oneIsOneMillionsAreMany: return .other
    case .belowTwoIsOneMillionsAreMany: return size < 2 ? .one : .other
    }
  }

  private func category(whole number: UInt64) -> PluralCategory {
    let isMillions = number != 0 && number % 1_000_000 == 0
    return switch self {
    case .oneIsOne: number == 1 ? .one : .other
    case .oneIsOneMillionsAreMany: number == 1 ? .one : isMillions ? .many : .other
    case .belowTwoIsOneMillionsAreMany: number < 2 ? .one : isMillions ? .many : .other
    }
  }
}
