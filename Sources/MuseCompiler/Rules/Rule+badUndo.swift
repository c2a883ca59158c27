import MuseSource

extension Rule {
  static let badUndo = Rule(
    "bad-undo",
    reason: "A write is taken back by another write, with what the first one gave.",
    advice: "Name a tool that writes, and fields of the one outcome that it takes back.",
    accepted: [
      """
      tools:
        room.book: {effect: writes, takes: {size: integer}, outcomes: {booked: {number: text}}, undo: {call: room.free, with: {number: booked.number}}}
        room.free: {effect: writes, takes: {number: text}, outcomes: {freed: {}}}
        room.paint: {effect: writes, takes: {number: text}, outcomes: {painted: {}}, undo: {call: room.free, with: {number: number}}}
      """
    ],
    rejected: [
      """
      tools:
        room.find: {effect: reads, outcomes: {found: {number: text}}, undo: {call: ↓room.free, with: {number: found.number}}}
        room.free: {effect: writes, takes: {number: text}, outcomes: {freed: {}}}
      """,
      """
      tools:
        room.book: {effect: writes, outcomes: {booked: {number: text}}, undo: {call: ↓room.find, with: {number: booked.number}}}
        room.find: {effect: reads, takes: {number: text}, outcomes: {found: {}}}
      """,
      """
      tools:
        room.book: {effect: writes, outcomes: {booked: {number: text}, kept: {name: text}}, undo: {call: ↓room.free, with: {number: booked.number, name: kept.name}}}
        room.free: {effect: writes, takes: {number: text, name: text}, outcomes: {freed: {}}}
      """,
    ])
}
