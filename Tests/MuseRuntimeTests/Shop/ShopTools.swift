import MuseDefinition
import MuseExpression
import MuseInterpreter
import MuseRuntime
import Synchronization

/// A tool that does as it is told, and remembers what it was asked.
final class ScriptedTool: Tool {
  typealias Script = @Sendable (_ attempt: Int, ToolRequest) async throws(ToolFailure) -> ToolAnswer

  let id: ToolID
  private let script: Script
  private let asked = Mutex<[ToolRequest]>([])

  init(_ id: ToolID, _ script: @escaping Script) {
    self.id = id
    self.script = script
  }

  var requests: [ToolRequest] { asked.withLock { $0 } }

  func perform(_ request: ToolRequest) async throws(ToolFailure) -> ToolAnswer {
    let attempt = asked.withLock { asked in
      asked.append(request)
      return asked.count
    }
    return try await script(attempt, request)
  }
}

/// What the shop has sold, by key: the same key again sells nothing more.
final class OrderBook: Tool {
  let id: ToolID = "order.place"
  private let orders = Mutex<[String: String]>([:])
  private let calls = Mutex(0)

  /// How often it was called, with repetitions.
  var callCount: Int { calls.withLock { $0 } }
  var orderCount: Int { orders.withLock { $0.count } }

  func perform(_ request: ToolRequest) async throws(ToolFailure) -> ToolAnswer {
    calls.withLock { $0 += 1 }
    let number = orders.withLock { orders in
      let number = orders[request.key] ?? "T\(orders.count + 1)"
      orders[request.key] = number
      return number
    }
    return ToolAnswer("placed", ["number": .string(number)])
  }
}

extension ScriptedTool {
  static var stock: ScriptedTool {
    ScriptedTool("stock.look") { (_, _) throws(ToolFailure) in ToolAnswer("there") }
  }
}
