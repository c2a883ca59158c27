// Source: cel-go, package ext, "Math" (bitwise operators).

extension FunctionCatalogue {
  static let bits: [FunctionEntry] = [
    pairwise("math.bitAnd", "The bits that are set in both.", ("math.bitAnd(6, 3)", "2"), { $0 & $1 }, { $0 & $1 }),
    pairwise("math.bitOr", "The bits that are set in either.", ("math.bitOr(6, 3)", "7"), { $0 | $1 }, { $0 | $1 }),
    pairwise("math.bitXor", "The bits that are set in one of the two.", ("math.bitXor(6, 3)", "5"), { $0 ^ $1 }, { $0 ^ $1 }),
    FunctionEntry(
      "math.bitNot", "Every bit turned over.", examples: [FunctionExample("math.bitNot(1)", prints: "-2")],
      overloads: [.unary { (number: Int64) in ~number }, .unary { (number: UInt64) in ~number }]),
    shift(
      "math.bitShiftLeft", "The bits moved to the left; what leaves the 64 bits is lost.", ("math.bitShiftLeft(1, 2)", "4")
    ) { $0 << $1 },
    shift(
      "math.bitShiftRight", "The bits moved to the right, zeros behind them, also of a negative number.",
      ("math.bitShiftRight(1024, 2)", "256")
    ) { $0 >> $1 },
  ]

  private static func pairwise(
    _ name: String, _ doc: String, _ example: (String, String), _ int: @escaping @Sendable (Int64, Int64) -> Int64,
    _ uint: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> FunctionEntry {
    FunctionEntry(
      name, doc, examples: [FunctionExample(example.0, prints: example.1)],
      overloads: [
        .binary { (left: Int64, right: Int64) in int(left, right) },
        .binary { (left: UInt64, right: UInt64) in uint(left, right) },
      ])
  }

  /// Moves bits as those of an unsigned number; by 64 and more nothing is left.
  private static func shift(
    _ name: String, _ doc: String, _ example: (String, String), _ move: @escaping @Sendable (UInt64, Int64) -> UInt64
  ) -> FunctionEntry {
    let moved: @Sendable (UInt64, Int64) throws(FunctionFailure) -> UInt64 = { bits, distance throws(FunctionFailure) in
      guard distance >= 0 else { throw FunctionFailure("Bits are not moved by \(distance), which is negative.") }
      return distance < 64 ? move(bits, distance) : 0
    }
    return FunctionEntry(
      name, doc, examples: [FunctionExample(example.0, prints: example.1)],
      overloads: [
        .binary { (number: Int64, distance: Int64) throws(FunctionFailure) in
          Int64(bitPattern: try moved(UInt64(bitPattern: number), distance))
        },
        .binary { (number: UInt64, distance: Int64) throws(FunctionFailure) in try moved(number, distance) },
      ])
  }
}
