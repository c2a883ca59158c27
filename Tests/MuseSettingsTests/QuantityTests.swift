import MuseServer
import MuseSettings
import MuseSource
import Testing

@Suite("How settings are written")
struct QuantityTests {
  private func handshake(_ text: String) -> Duration? {
    let reading = SettingsReader().read(SettingSources(flags: ["timeouts.handshake": [text]]))
    return reading.mistakes.isEmpty ? reading.settings.server.timeouts.handshake : nil
  }

  private func bytes(_ text: String) -> Int? {
    let reading = SettingsReader().read(SettingSources(flags: ["limits.message_bytes": [text]]))
    return reading.mistakes.isEmpty ? reading.settings.server.limits.messageBytes : nil
  }

  @Test(
    "durations have a unit", arguments: [("10s", 10_000), ("10000ms", 10_000), ("100ms", 100), ("9s", 9000)])
  func durations(text: String, milliseconds: Int) {
    #expect(handshake(text) == .milliseconds(milliseconds))
  }

  @Test(
    "what is no duration, or beyond its bounds, is refused",
    arguments: ["10", "s", "", "-1s", "1.5s", "99ms", "11s", "10S", "١s"])
  func badDurations(text: String) {
    #expect(handshake(text) == nil)
  }

  @Test(
    "bytes may have a unit",
    arguments: [("1024", 1024), ("64KiB", 65536), ("1MiB", 1_048_576), ("1MB", 1_000_000), ("2000B", 2000), ("2kB", 2000)])
  func bytes(text: String, count: Int) {
    #expect(bytes(text) == count)
  }

  @Test(
    "what is no number of bytes is refused",
    arguments: ["64K", "1e6", "-1", "9999999999999999999", "9999999999999GiB", "1 MiB"])
  func badBytes(text: String) {
    #expect(bytes(text) == nil)
  }
}
