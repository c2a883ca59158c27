import MuseExpression
import Testing

/// In a graph what may be empty is used like the value itself, so `optional.of` gives the value and `optional.none` the emptiness
/// that a declined slot holds.
@Suite("In a graph, what may be empty")
struct OptionalSlotTests {
  @Test(
    "is asked and replaced in CEL's words",
    arguments: [
      ("place.hasValue()", "false"), ("known(place)", "false"), ("known(place) && place > 'a'", "false"),
      ("place.orValue('nowhere')", #""nowhere""#),
      ("people[0].email.orValue('none')", #""ann@example.com""#),
      ("people[1].email.hasValue()", "false"), ("[?place, ?people[0].email]", #"["ann@example.com"]"#),
      ("{?'at': place}.size()", "0"),
      ("person{id: 'x', name: 'X', ?email: people[1].email}.email.hasValue()", "false"),
      ("place.optMap(p, p + '!').orValue('-')", #""-""#),
      ("people.first().optMap(p, p.name).orValue('nobody')", #""Ann""#), ("tags[?5].orValue('none')", #""none""#),
      ("ages.?bob.orValue(0)", "0"), ("ages[?'ann'].orValue(0)", "41"), ("optional.of(ages).bob.orValue(1)", "1"),
      ("optional.of(ages)['bob'].orValue(1)", "1"), ("people.last().or(people.first()).value().name", #""Bob""#),
      ("meeting.?place.orValue('here')", #""here""#), ("optional.of(1) == 1", "true"), ("optional.none()", "empty"),
      ("optional.unwrap([place, people[0].email])", #"["ann@example.com"]"#), ("people.map(p, p.email).unwrapOpt().size()", "1"),
    ])
  func values(source: String, result: String) {
    #expect(Sample.outcome(of: source) == result)
  }

  @Test(
    "has a type",
    arguments: [
      ("place.orValue('')", ValueType.string), ("place.hasValue()", .bool), ("tags.first()", .optional(.string)),
      ("ages.?bob", .optional(.int)), ("ages[?'bob']", .optional(.int)), ("[?place]", .list(.string)),
      ("place.optMap(p, p.size())", .optional(.int)), ("people.first().optFlatMap(p, p.email)", .optional(.string)),
      ("people.first().value()", .object("person")), ("optional.none().or(place)", .optional(.string)),
      ("tags.transformMap(i, t, t.size())", .map(key: .int, value: .int)), ("ages.transformList(k, v, k)", .list(.string)),
      ("ages.transformMapEntry(k, v, {v: k})", .map(key: .int, value: .string)), ("tags.sortBy(t, t.size())", .list(.string)),
      ("cel.bind(x, title, x.size())", .int), ("math.greatest(count, 2)", .int), ("math.greatest(count, price)", .dyn),
      ("math.least(price, 1)", .dyn), ("tags.distinct()", .list(.string)), ("[[1]].flatten()", .list(.dyn)),
      ("title.split(' ')", .list(.string)), ("'%s'.format([title])", .string), ("format(start)", .string),
      ("optional.unwrap([place])", .list(.string)), ("lists.range(3)", .list(.int)), ("ages.all(k, v, v > 1)", .bool),
    ])
  func types(source: String, type: ValueType) throws {
    #expect(try CheckedExpression.check(source, expecting: nil, in: Sample.environment).get().type == type)
  }

  @Test(
    "is told apart from what is always there",
    arguments: [
      ("title.orValue('')", #""orValue" does not work on a text and a text."#),
      ("[?title]", "This is a text, which is always there."),
      ("title.optMap(t, t)", "This is a text, which is always there."),
      ("place.optFlatMap(p, p.size())", "This is an integer, which is always there."),
      ("tags.sortBy(t, [t])", "Items are not sorted by a list<text>."),
      ("tags.transformMapEntry(i, t, t)", "An entry is needed here, and this is a text."),
      ("ages.sortBy(a, a)", "This is a map<text, integer>, which has no items."),
      ("tags.transformList(i, t)", #""transformList" is not written like this."#),
      ("tags.map(t, u, v, t)", #""map" is not written like this."#), ("cel.bind(1, 2, 3)", #""bind" is not written like this."#),
      ("math.greatest(title)", #""math.greatest" does not work on a text."#),
      ("math.greatest()", #""math.greatest" needs something to work on."#),
      ("title.join()", #""join" does not work on a text."#), ("[1].join()", #""join" does not work on a list<integer>."#),
      ("title.sort()", #""sort" does not work on a text."#),
      ("plural(count, title)", #""plural" does not work on an integer and a text."#),
    ])
  func issues(source: String, message: String) {
    #expect(Sample.outcome(of: source) == "issue: " + message)
  }
}
