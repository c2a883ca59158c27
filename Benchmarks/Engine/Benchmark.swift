/// Something whose cost is counted.
struct Benchmark: Sendable {
  typealias Repetition = () async throws -> Void

  /// As `thresholds.json` has it.
  let name: String
  /// What is counted is divided by so many: the turns of a conversation, the messages of a list.
  let units: Int
  /// Makes ready what is not counted, and gives one repetition, which may be run again and again.
  let prepare: @Sendable () async throws -> Repetition
  /// How long what it writes is, for what writes something.
  let bytes: (@Sendable () async throws -> Int)?

  init(
    _ name: String, units: Int = 1, bytes: (@Sendable () async throws -> Int)? = nil,
    prepare: @escaping @Sendable () async throws -> Repetition
  ) {
    self.name = name
    self.units = units
    self.bytes = bytes
    self.prepare = prepare
  }
}

/// Keeps the compiler from leaving out what nobody reads.
@inline(never) func keep<Value>(_ value: Value) {}

/// A benchmark that does not do what it is said to do would count something else.
struct WrongCourse: Error, CustomStringConvertible {
  let description: String
}
