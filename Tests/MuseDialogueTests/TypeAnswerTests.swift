import MuseDefinition
import MuseExpression
import Testing

@Suite("A question is answered in any way that its type allows")
struct TypeAnswerTests {
  @Test(
    "days from and to",
    arguments: [
      ("from Monday to Friday", "2026-11-30 to 2026-12-04"), ("next week", "2026-11-30 to 2026-12-06"),
      ("3rd to 5th of May", "2027-05-03 to 2027-05-05"), ("the weekend", "2026-11-28 to 2026-11-29"),
      ("Monday to Wednesday", "2026-11-30 to 2026-12-02"), ("May 3-5", "2027-05-03 to 2027-05-05"),
      ("tomorrow", "2026-11-26 to 2026-11-26"), ("in May", "2027-05-01 to 2027-05-31"),
      ("the next three days", "2026-11-26 to 2026-11-28"), ("this weekend, please", "2026-11-28 to 2026-11-29"),
      ("the end of December", "2026-12-21 to 2026-12-31"), ("from 28 December to 3 January", "2026-12-28 to 2027-01-03"),
      ("between Christmas and New Year", "2026-12-25 to 2027-01-01"),
    ])
  func dateRanges(text: String, range: String) {
    #expect(TypesGraph.moves(text, asking: "dates") == ["dates = \(range)"])
  }

  @Test(
    "hours from and to",
    arguments: [
      ("between 2 and 4", "14:00 to 16:00"), ("9 to 5", "09:00 to 17:00"), ("after 3 until 5", "15:00 to 17:00"),
      ("from 9 till noon", "09:00 to 12:00"), ("2-4pm", "14:00 to 16:00"), ("10:30 to 11:15", "10:30 to 11:15"),
      ("from 8am to 6pm please", "08:00 to 18:00"), ("in the afternoon", "12:00 to 19:00"),
    ])
  func timeRanges(text: String, range: String) {
    #expect(TypesGraph.moves(text, asking: "hours") == ["hours = \(range)"])
  }

  @Test(
    "numbers",
    arguments: [
      ("four", "count = 4"), ("twenty-five people", "count = 25"), ("a dozen", "count = 12"), ("about 30", "count = 30"),
      ("two hundred and five", "count = 205"), ("none", "count = 0"), ("we are 6", "count = 6"), ("a million", "count = 1000000"),
    ])
  func integers(text: String, move: String) {
    #expect(TypesGraph.moves(text, asking: "count") == [move])
  }

  @Test("amounts", arguments: [("1,234.5", "1234.5"), ("two and a half", "2.5"), ("minus five", "-5.0"), ("half", "0.5")])
  func numbers(text: String, amount: String) {
    #expect(TypesGraph.moves(text, asking: "amount") == ["amount = \(amount)"])
  }

  @Test(
    "yes and no",
    arguments: [
      ("yes", ["warm = true"]), ("nope", ["warm = false"]), ("sure, why not", ["warm = true"]),
      ("I'd rather not", ["warm = false"]),
      ("yes, that would be lovely", ["warm = true"]), ("tea", ["nonsense"]), ("maybe", ["nonsense"]),
    ])
  func booleans(text: String, moves: [String]) {
    #expect(TypesGraph.moves(text, asking: "warm") == moves)
  }

  @Test(
    "a choice by its wording",
    arguments: [
      ("vegan", "vegan"), ("Vegan please", "vegan"), ("the vegan one", "vegan"), ("vegans", "vegan"),
      ("vegetarien", "vegetarian"),
      ("gluten-free", "gluten_free"), ("gluten free", "gluten_free"), ("the second", "vegetarian"), ("the last one", "meat"),
      ("number 3", "gluten_free"), ("not vegan, vegetarian", "vegetarian"), ("I'd like the fish", "fish"), ("meats", "meat"),
    ])
  func choices(text: String, option: String) {
    #expect(TypesGraph.moves(text, asking: "diet") == ["diet = '\(option)'"])
  }

  @Test("what is no option is not bent into one", arguments: ["the veil", "fresh", "neat", "been", "water"])
  func strangers(text: String) {
    #expect(TypesGraph.moves(text, asking: "diet") == ["nonsense"])
  }

  @Test(
    "several options of a list",
    arguments: [
      ("cheese and olives", ["toppings = 'cheese'", "toppings = 'olives'"]),
      ("ham, mushroom", ["toppings = 'ham'", "toppings = 'mushrooms'"]),
      ("without ham", ["toppings - 'ham'"]), ("also cheese", ["toppings + 'cheese'"]), ("only olives", ["toppings := 'olives'"]),
    ])
  func choiceLists(text: String, moves: [String]) {
    #expect(TypesGraph.moves(text, asking: "toppings") == moves)
  }

  @Test(
    "a list of texts",
    arguments: [
      ("milk, eggs and bread", ["shopping = 'milk'", "shopping = 'eggs'", "shopping = 'bread'"]), ("milk", ["shopping = 'milk'"]),
    ])
  func textLists(text: String, moves: [String]) {
    #expect(TypesGraph.moves(text, asking: "shopping") == moves)
  }

  @Test(
    "a list of texts that stands",
    arguments: [
      ("also butter", ["shopping + 'butter'"]), ("without the eggs", ["shopping - 'eggs'"]),
      ("remove egg", ["shopping - 'eggs'"]),
      ("remove the second one", ["shopping - 'eggs'"]), ("drop the last one", ["shopping - 'bread'"]),
    ])
  func standingTextLists(text: String, moves: [String]) {
    let standing = Value.list([.string("milk"), .string("eggs"), .string("bread")])
    #expect(TypesGraph.moves(text, asking: "shopping", standing: standing) == moves)
  }

  @Test(
    "lengths",
    arguments: [
      ("90 minutes", 90), ("an hour and a half", 90), ("1:30 h", 90), ("1h30", 90), ("two and a half hours", 150),
      ("half a day", 720),
      ("three quarters of an hour", 45), ("a quarter of an hour", 15), ("45", 45), ("two", 120), ("about 2 hours", 120),
      ("1 hr 15 mins", 75), ("half an hour or so", 30), ("an hour", 60), ("a fortnight", 20160), ("ninety minutes", 90),
    ])
  func durations(text: String, minutes: Int) {
    #expect(TypesGraph.moves(text, asking: "length") == ["length = \(minutes)m"])
  }

  @Test(
    "addresses, written or spelled",
    arguments: [
      ("mail", "bob@example.com", "bob@example.com"), ("mail", "it's bob.smith@example.co.uk.", "bob.smith@example.co.uk"),
      ("mail", "bob at example dot com", "bob@example.com"),
      ("mail", "bob dot smith at mail dot example dot org", "bob.smith@mail.example.org"),
      ("page", "https://example.com/menu", "https://example.com/menu"), ("page", "example.com", "example.com"),
      ("page", "it is www.example.com.", "www.example.com"), ("phone", "555-1234", "5551234"),
      ("phone", "+44 20 7946 0958", "+44 20 7946 0958"),
      ("phone", "my number is 020 7946 0958", "020 7946 0958"), ("phone", "five five five one two three four", "5551234"),
    ])
  func addresses(slot: String, text: String, address: String) {
    #expect(TypesGraph.moves(text, asking: SlotID(rawValue: slot)) == ["\(slot) = '\(address)'"])
  }

  @Test(
    "an optional slot is declined",
    arguments: [
      "none", "no", "skip it", "nothing", "I'd rather not say", "no thanks", "leave it blank", "n/a", "pass", "nope",
      "next question",
    ],
    ["words", "phone", "mail", "guests"])
  func declined(text: String, slot: String) {
    #expect(TypesGraph.moves(text, asking: SlotID(rawValue: slot)) == ["skip"])
  }

  @Test(
    "days and hours",
    arguments: [
      ("day", "Christmas Eve", "day = 2026-12-24"), ("day", "the first of the month", "day = 2026-11-01"),
      ("day", "the last Friday in January", "day = 2027-01-29"), ("day", "friday 4 december", "day = 2026-12-04"),
      ("day", "Tuesday 25 November", "day = 2026-11-25|2026-12-01"), ("day", "Thu 27 November", "day = 2026-11-27|2026-11-26"),
      ("day", "Monday 30 November", "day = 2026-11-30"), ("hour", "7", "hour = 19:00|07:00"),
      ("hour", "half past nine", "hour = 09:30"),
      ("hour", "noon", "hour = 12:00"), ("hour", "3pm New York time", "hour = 20:00"),
    ])
  func daysAndHours(slot: String, text: String, move: String) {
    #expect(TypesGraph.moves(text, asking: SlotID(rawValue: slot)) == [move])
  }
}
