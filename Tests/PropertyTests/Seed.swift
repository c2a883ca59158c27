import Foundation

/// The seed of a run: another one each time, unless one is asked for.
enum Seed {
  static var chosen: UInt64 {
    ProcessInfo.processInfo.environment["PROPERTY_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0...(.max >> 1))
  }
}
