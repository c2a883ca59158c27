import MuseDefinition
import MuseExpression
import MuseInterpreter

/// Moves of every kind on every slot and intent of a graph, most of them fitting, and results of tools.
struct MoveSource {
  let graph: ConversationGraph

  func next(_ random: inout SeededGenerator, _ state: ThreadState) -> Move.Kind {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return random.pick([.refuse, .none, .cancel, .skip, .repeat, .help, .startOver, .nonsense])
    case 1...3: return .agree
    case 4: return .choose(Int.random(in: -1...4, using: &random))
    case 5, 6: return .intent(random.pick(graph.intents.map(\.id) + ["unheard_of"]))
    default:
      let asked = askedSlot(state)
      let slot = asked != nil && random.chance(60) ? asked : random.pick(graph.slots)
      guard let slot else { return .nonsense }
      return .tell(slot.id, telling(for: slot, &random), random.pick([.plain, .plain, .plain, .add, .remove, .replace]))
    }
  }

  private func askedSlot(_ state: ThreadState) -> Slot? {
    guard case .waiting(let wait) = state.place else { return nil }
    return wait.asked.flatMap(graph.slot)
  }

  private func telling(for slot: Slot, _ random: inout SeededGenerator) -> Move.Telling {
    let time = TimeOfDay(secondOfDay: Int.random(in: 0..<86_400, using: &random))
    let date = CivilDate(dayNumber: Int.random(in: 20_700...21_000, using: &random))
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return .words(random.pick(["Ann", "Zoe", ""]))
    case 1: return .timePart(time)
    case 2: return .datePart(date)
    case 3: return .ambiguousTimePart([time, TimeOfDay(hour: 3)])
    case 6: return .manyDays(random.chance(50) ? .recurring : .stretch)
    case 4: return .ambiguous([value(of: slot.type.item, &random), value(of: slot.type.item, &random)])
    case 5: return .value(value(of: random.pick([.text, .integer, .boolean, .datetime, .person]), &random))
    default: return slot.lookup == nil ? .value(value(of: slot.type.item, &random)) : .words(random.pick(["Ann", "Bob"]))
    }
  }

  func value(of type: SlotType, _ random: inout SeededGenerator) -> Value {
    switch type {
    case .text, .email, .phone, .url: .string(random.pick(["tea", "a cup", "x"]))
    case .choice(let words): .string(random.pick(words))
    case .integer: .int(Int64.random(in: -1...12, using: &random))
    case .number: .double(0.5)
    case .boolean: .bool(random.chance(50))
    case .date: .date(CivilDate(dayNumber: Int.random(in: 20_700...21_000, using: &random)))
    case .time: .time(TimeOfDay(secondOfDay: Int.random(in: 0..<86_400, using: &random)))
    case .datetime: .timestamp(Instant(seconds: Int64.random(in: 1_790_000_000...1_800_000_000, using: &random)))
    case .duration: .duration(.seconds(Int64.random(in: 0...90_000, using: &random)))
    case .person: .object(.person(id: random.pick(["1", "2"]), name: "Ann", email: nil))
    case .list(let item): .list((0..<Int.random(in: 0...3, using: &random)).map { _ in value(of: item, &random) })
    case .optional(let wrapped): random.chance(50) ? .empty : value(of: wrapped, &random)
    case .daterange, .timerange, .object: .null
    }
  }

  func result(of call: Call, _ random: inout SeededGenerator) -> CallResult {
    guard let ending = graph.tools[call.tool]?.endings.randomElement(using: &random) else { return .failed(reason: "unknown") }
    var fields: [String: Value] = [:]
    for field in ending.fields { fields[field.name] = value(of: field.type, &random) }
    return .outcome(ending.outcome, fields)
  }
}
