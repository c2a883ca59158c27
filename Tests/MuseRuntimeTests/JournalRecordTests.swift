import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import Testing

@Suite("Journal records")
struct JournalRecordTests {
  @Test("a record is one key that names its kind, beside the version")
  func form() throws {
    let records: [(JournalRecord, String)] = [
      (
        .delivered(ReplyID(rawValue: 3), at: Instant(seconds: 0)),
        #"{"delivered":{"at":"1970-01-01T00:00:00Z","reply":3},"v":1}"#
      ),
      (
        .segment(.init(number: 2, turn: ReplyID(rawValue: 1), effects: [], state: "ab", meaning: 7)),
        #"{"segment":{"effects":[],"meaning":7,"number":2,"state":"ab","turn":1},"v":1}"#
      ),
      // As builds wrote it before the language had a number for its meaning.
      (
        .segment(.init(number: 2, turn: ReplyID(rawValue: 1), effects: [], state: "ab", meaning: nil)),
        #"{"segment":{"effects":[],"number":2,"state":"ab","turn":1},"v":1}"#
      ),
    ]
    for (record, json) in records {
      #expect(try CanonicalJSON.text(of: record) == json)
      #expect(try CanonicalJSON.value(JournalRecord.self, from: json) == record)
    }
  }

  @Test("every record of a talk outlives its way through JSON")
  func coding() async throws {
    let floor = try await ShopFloor()
    _ = try await floor.talk("hello", "item=tea count=2", "yes", "cancel")
    let journal = try await floor.store.journal(of: ShopFloor.thread)
    #expect(Set(journal.map(\.record.kind)) == ["began", "heard", "result", "segment", "delivered"])
    for entry in journal {
      let json = try CanonicalJSON.text(of: entry)
      let read = try CanonicalJSON.value(JournalEntry.self, from: json)
      #expect(read == entry)
      #expect(try CanonicalJSON.text(of: read) == json)
    }
  }

  @Test("what a newer build has written is refused")
  func newer() {
    #expect(throws: DecodingError.self) {
      try CanonicalJSON.value(JournalRecord.self, from: #"{"delivered":{"at":"1970-01-01T00:00:00Z","reply":3},"v":2}"#)
    }
  }
}
