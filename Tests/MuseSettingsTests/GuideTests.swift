import Foundation
import MuseSettings
import MuseSource
import Testing

@Suite("The guide to running a server")
struct GuideTests {
  @Test("its example file is taken without a word")
  func example() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/MusegraphKit/MusegraphKit.docc/RunningAServer.md")
    let blocks = try String(contentsOf: page, encoding: .utf8).split(separator: "```yaml\n").dropFirst()
    #expect(blocks.count == 1)
    for block in blocks {
      let yaml = String(block.prefix(upTo: try #require(block.firstRange(of: "```")).lowerBound))
      let reading = SettingsReader().read(SettingSources(file: SourceFile(path: "musegraph.yaml", text: yaml)))
      #expect(reading.mistakes == [])
      #expect(reading.origins.count == 13)
    }
  }
}
