import MuseSource

extension Rule {
  static let badDuration = Rule(
    "bad-duration",
    reason: "What lasts no time, or an unknown time, cannot be waited for.",
    advice: "Write it as 10s, 5m or 1h30m.",
    accepted: [
      """
      tools: {room.list: {effect: reads, outcomes: {listed: {}}}}
      begin: a
      nodes:
        a: {call: room.list, timeout: 10s, next: {listed: b, failed: b}}
        b: {end: done}
      """
    ],
    rejected: [
      """
      tools: {room.list: {effect: reads, outcomes: {listed: {}}}}
      begin: a
      nodes:
        a: {call: room.list, timeout: ↓soon, next: {listed: b, failed: b}}
        b: {end: done}
      """,
      """
      tools: {room.list: {effect: reads, outcomes: {listed: {}}}}
      begin: a
      nodes:
        a: {call: room.list, timeout: ↓0s, next: {listed: b, failed: b}}
        b: {end: done}
      """,
      """
      policy: {silence: {after: ↓soon, say: "Are you there?"}}
      """,
      """
      begin: a
      nodes:
        a: {handoff: office, timeout: ↓0m, next: {returned: b, closed: b, unstaffed: b, timeout: b}}
        b: {end: done}
      """,
    ])
}
