import MuseDefinition
import MuseExpression
import MuseSource

extension GraphChecker {
  mutating func checkedLimit(_ text: WrittenText?, _ reader: LiteralReader) -> DefaultValue? {
    guard let text else { return nil }
    if let limit = reader.limit(text.value) { return limit }
    let type = reader.type.valueType
    let isCount = reader.type == .text || reader.type.isList
    add(
      reader.hasLimits
        ? Rule.badLimit.finding(
          "'\(text.value)' cannot limit the type '\(type)'.", at: text.location,
          advice: isCount ? "Write a whole number: it limits the length." : "Write a value such as \(reader.example).")
        : Rule.badLimit.finding("The type '\(type)' has no limits.", at: text.location, advice: "Use 'where' instead."))
    return nil
  }

  mutating func checkOrder(_ minimum: DefaultValue?, _ maximum: DefaultValue?, written: WrittenText?) {
    guard let written, let minimum, let maximum, minimum.isAbove(maximum) == true else { return }
    add(
      Rule.badLimit.finding(
        "'max' is below 'min'.", at: written.location, advice: "Write the smaller one as 'min'."))
  }

  mutating func checkedDefault(
    _ text: WrittenText?, _ reader: LiteralReader, minimum: DefaultValue?, maximum: DefaultValue?
  ) -> DefaultValue? {
    guard let text else { return nil }
    guard let value = reader.value(text.value) else {
      add(
        Rule.badDefault.finding(
          "'\(text.value)' is no value of the type '\(reader.type.valueType)'.", at: text.location,
          advice: "Write \(reader.example)."))
      return nil
    }
    let measured = reader.type == .text ? value.lengthOfText : value
    if let measured, minimum?.isAbove(measured) == true || maximum.flatMap({ measured.isAbove($0) }) == true {
      add(
        Rule.badDefault.finding(
          "'\(text.value)' lies outside of 'min' and 'max'.", at: text.location, advice: "Write a value between them."))
    }
    return value
  }
}

extension DefaultValue {
  /// Nil where the two cannot be compared before a turn has begun.
  fileprivate func isAbove(_ other: DefaultValue) -> Bool? {
    guard case .value(let left) = self, case .value(let right) = other else { return nil }
    switch (left, right) {
    case (.int(let left), .int(let right)): return left > right
    case (.double(let left), .double(let right)): return left > right
    case (.duration(let left), .duration(let right)): return left > right
    case (.date(let left), .date(let right)): return left > right
    case (.time(let left), .time(let right)): return left > right
    case (.timestamp(let left), .timestamp(let right)): return left > right
    default: return nil
    }
  }

  fileprivate var lengthOfText: DefaultValue? {
    if case .value(.string(let text)) = self { .value(.int(Int64(text.count))) } else { nil }
  }
}
