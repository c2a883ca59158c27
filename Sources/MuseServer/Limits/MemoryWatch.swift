import Glibc

/// How much memory the process takes, looked up once in a second at most.
///
/// Source: proc(5), `/proc/[pid]/statm`: the second number is the resident size, in pages.
struct MemoryWatch: Sendable {
  private var resident = 0
  private var next = Duration.zero

  /// Bytes; 0 where it cannot be read.
  mutating func resident(at now: Duration) -> Int {
    if now >= next {
      resident = Self.read() ?? 0
      next = now + .seconds(1)
    }
    return resident
  }

  /// No file waits less than this one: the kernel writes it from memory.
  private static func read() -> Int? {
    let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 128)
    let count = Glibc.read(file, &bytes, bytes.count)
    guard count > 0 else { return nil }
    let fields = String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: " ")
    return fields.dropFirst().first.flatMap { Int($0) }.map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) }
  }
}
