import MuseWorkbench
import Testing

@Suite("Where changes lead")
struct CorrectionTextTests {
  @Test("the table as text: waits with the same course share a line")
  func table() throws {
    #expect(
      CorrectionText.text(of: try Sample().graph) == """
        note
          at details        it is taken, and the question goes on
          at sure           'changed' of sure → details

        due
          at details        it is taken, and the question goes on
          at sure           'changed' of sure → details

        """)
  }

  @Test("a drawing shows them dotted, where it is asked to")
  func drawn() throws {
    let text = Sample.text
      .replacing("    ask: \"When is it due?\"", with: "    ask: \"When is it due?\"\n    redo: details")
      .replacing("covers: [note, due]", with: "covers: [note]")
      .replacing("takes: {note: text, due: datetime}", with: "takes: {note: text}")
      .replacing("with: [note, due]", with: "with: [note]")
    let graph = try Sample(text).graph
    #expect(MermaidDrawing(of: graph, showsCorrections: true).text.contains("  sure -. \"due changes\" .-> details\n"))
    #expect(!MermaidDrawing(of: graph).text.contains("due changes"))
  }
}
