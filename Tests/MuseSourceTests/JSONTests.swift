import MuseSource
import Testing

struct JSONTests {
  @Test("a value stands on one line, members in their order")
  func line() {
    let value = JSON.object([
      .init("b", .list([.integer(1), .null, .boolean(false)])), .init("a", .text("x\"\\\n\u{1}é")), .init("c", .object([])),
    ])
    #expect(value.line == #"{"b": [1, null, false], "a": "x\"\\\n\u0001é", "c": {}}"#)
  }

  @Test("a document breaks what does not fit")
  func document() {
    let value = JSON.object([.init("list", .list([.text("one"), .text("two")])), .init("short", .list([.integer(1)]))])
    #expect(
      value.document(width: 20)
        == """
        {
          "list": [
            "one",
            "two"
          ],
          "short": [1]
        }

        """)
    #expect(value.document() == value.line + "\n")
    #expect(JSON.list([]).document() == "[]\n")
  }
}
