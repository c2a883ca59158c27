import Foundation
import Testing

@Suite("musegraph reference")
struct ReferenceTests {
  private static let folder = "Sources/MusegraphKit/MusegraphKit.docc/Reference"

  @Test("the pages of the documentation are what the command writes now")
  func pages() async throws {
    try await ScratchFolder.with { folder in
      let outcome = try await BuiltMusegraph.run(["reference", folder.path("pages")])
      #expect(outcome.status == 0, "\(outcome.complaints)")
      let committed = BuiltMusegraph.repository.appending(path: Self.folder).path(percentEncoded: false)
      let written = try FileManager.default.contentsOfDirectory(atPath: folder.path("pages")).sorted()
      #expect(written == (try FileManager.default.contentsOfDirectory(atPath: committed).sorted()))
      for name in written {
        let page = try String(contentsOfFile: folder.path("pages/\(name)"), encoding: .utf8)
        let shown = try? String(contentsOfFile: "\(committed)/\(name)", encoding: .utf8)
        #expect(page == shown, "\(name) is not what the code says now. Write it anew: musegraph reference \(Self.folder)")
      }
    }
  }
}
