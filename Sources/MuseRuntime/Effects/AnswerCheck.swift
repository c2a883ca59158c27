import MuseDefinition
import MuseExpression

/// Holds a tool to its declaration.
struct AnswerCheck {
  let signature: ToolSignature
  let objects: [String: ObjectDefinition]

  /// The answer with its declared fields only; else what is wrong with it.
  func check(_ answer: ToolAnswer) -> Result<ToolAnswer, Mistake> {
    guard let ending = signature.endings.first(where: { $0.outcome == answer.outcome }) else {
      return .failure(Mistake("The tool “\(signature.id)” ended as “\(answer.outcome)”, which it does not declare."))
    }
    var fields: [String: Value] = [:]
    for field in ending.fields {
      let value = answer.fields[field.name]
      guard fits(value, field.type) else {
        return .failure(
          Mistake("The field “\(field.name)” of “\(signature.id)” (\(ending.outcome)) is not of its declared type."))
      }
      fields[field.name] = value
    }
    return .success(ToolAnswer(ending.outcome, fields))
  }

  struct Mistake: Error {
    let sentence: String
    init(_ sentence: String) { self.sentence = sentence }
  }

  /// Nil: the field is absent, which only an optional one may be.
  private func fits(_ value: Value?, _ type: SlotType) -> Bool {
    switch type {
    case .optional(let wrapped): value == nil || value == .empty || fits(value, wrapped)
    case .list(let element): items(value)?.allSatisfy { fits($0, element) } ?? false
    case .person: fits(value, object: "person")
    case .object(let name): fits(value, object: name)
    case .daterange: object(value)?.type == "daterange"
    case .timerange: object(value)?.type == "timerange"
    case .choice(let words): words.contains { value == .string($0) }
    case .text, .email, .phone, .url, .number, .integer, .boolean, .date, .time, .datetime, .duration:
      value?.plainType == type.valueType
    }
  }

  private func fits(_ value: Value?, object name: String) -> Bool {
    guard let object = object(value), object.type == name else { return false }
    guard let definition = objects[name] ?? (name == "person" ? .person : nil) else { return false }
    return definition.fields.allSatisfy { fits(object[$0.key], $0.value) }
      && object.fields.allSatisfy { definition.fields[$0.name] != nil }
  }

  private func items(_ value: Value?) -> [Value]? {
    guard case .list(let items) = value else { return nil }
    return items
  }

  private func object(_ value: Value?) -> ObjectValue? {
    guard case .object(let object) = value else { return nil }
    return object
  }
}

extension Value {
  /// The type of a value that has no parts.
  fileprivate var plainType: ValueType? {
    switch self {
    case .bool: .bool
    case .int: .int
    case .double: .double
    case .string: .string
    case .timestamp: .timestamp
    case .duration: .duration
    case .date: .date
    case .time: .time
    case .null, .uint, .bytes, .list, .map, .object, .empty, .type: nil
    }
  }
}
