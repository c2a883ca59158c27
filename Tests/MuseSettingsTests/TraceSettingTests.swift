import MuseSettings
import MuseSource
import Testing

@Suite("Settings of traces")
struct TraceSettingTests {
  private func read(_ yaml: String) -> SettingsReading {
    SettingsReader().read(SettingSources(file: SourceFile(path: "musegraph.yaml", text: yaml)))
  }

  @Test(
    "a collector has an address of the web, without a name and a password in it",
    arguments: [
      ("http://127.0.0.1:4318", true), ("https://collector.example/v1/traces", true),
      ("https://collector.example/?tenant=a", true),
      ("collector.example:4318", false), ("grpc://collector.example:4317", false), ("http://", false),
      ("https://a:b@c.example", false),
      ("https://c.example/#x", false), ("off", false),
    ])
  func collectors(address: String, isOne: Bool) {
    let reading = read("traces: {endpoint: \"\(address)\"}\n")
    #expect(reading.mistakes.isEmpty == isOne)
    #expect(reading.settings.traces.endpoint == (isOne ? address : nil))
  }

  @Test(
    "a share is a number from 0 to 1, and written as it is read",
    arguments: [
      ("0", 0, "0"), ("1", 1, "1"), ("1.0", 1, "1"), ("0.05", 0.05, "0.05"), (".5", 0.5, "0.5"), ("1.1", nil, ""),
      ("-0.1", nil, ""),
      ("5%", nil, ""), ("nan", nil, ""), ("1e-3", nil, ""), ("0x1", nil, ""), (".", nil, ""),
    ] as [(String, Double?, String)])
  func shares(text: String, share: Double?, written: String) {
    let reading = read("traces: {sample: \"\(text)\"}\n")
    #expect(reading.mistakes.isEmpty == (share != nil))
    guard let share else { return }
    #expect(reading.settings.traces.sample == share)
    #expect(SettingsText.text(of: reading).contains("\n  sample: \(written)\n"))
  }

  @Test("the log is for people unless somebody says otherwise")
  func format() {
    #expect(read("").settings.logFormat == .text)
    #expect(read("log_format: json\n").settings.logFormat == .json)
    #expect(read("log_format: xml\n").mistakes.map(\.description).first?.contains("one of text, json") == true)
  }
}
