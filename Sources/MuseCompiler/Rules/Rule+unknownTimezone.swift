import MuseSource

extension Rule {
  static let unknownTimezone = Rule(
    "unknown-timezone",
    reason: "Without its zone nobody can tell which day 'tomorrow' is.",
    advice: "Write a name of the IANA database, such as 'Europe/London'.",
    accepted: [
      """
      timezone: Europe/London
      """
    ],
    rejected: [
      """
      timezone: ↓Europe/Londn
      """
    ])
}
