public import MuseInterpreter
import Synchronization

/// Where seeds and the ids of messages without an id come from.
public struct Entropy: Sendable {
  private let draw: @Sendable () -> UInt64

  public init(draw: @escaping @Sendable () -> UInt64) { self.draw = draw }

  public static let system = Entropy { UInt64.random(in: .min ... .max) }

  /// 1, 2, 3 and so on from behind `start`: the same in every run of a test.
  public static func counting(from start: UInt64 = 0) -> Entropy {
    let counter = Counter(start)
    return Entropy { counter.next() }
  }

  public func seed() -> UInt64 { draw() }

  public func messageID() -> MessageID {
    let digits = String(draw(), radix: 16)
    return MessageID(rawValue: "m-" + String(repeating: "0", count: 16 - digits.count) + digits)
  }
}

private final class Counter: Sendable {
  private let value: Mutex<UInt64>

  init(_ start: UInt64) { value = Mutex(start) }

  func next() -> UInt64 {
    value.withLock { value in
      value &+= 1
      return value
    }
  }
}
