import Synchronization

/// Which traces are kept, decided where they begin: of those that begin here a share, of the others those that their beginning keeps.
///
/// The same trace is decided on in the same way by all who look at the last seven bytes of its id, as OpenTelemetry has it.
final class TraceSampler: Sendable {
  private static let all: UInt64 = 1 << 56

  private let bound: Atomic<UInt64>

  /// - Parameter share: from 0 to 1.
  init(share: Double) { bound = Atomic(Self.bound(of: share)) }

  /// From now on.
  func change(to share: Double) { bound.store(Self.bound(of: share), ordering: .relaxed) }

  func keeps(_ id: TraceID) -> Bool { id.low & (Self.all - 1) < bound.load(ordering: .relaxed) }

  private static func bound(of share: Double) -> UInt64 { UInt64(min(max(share, 0), 1) * Double(all)) }
}
