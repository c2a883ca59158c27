import Foundation
import MuseInterpreter
import MuseServer

/// What every text must come to: a request that keeps its promises, or an error; and nothing is taken that others call no JSON.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMessages(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  // The socket takes no other text.
  guard String(validating: bytes, as: UTF8.self) != nil else { return 0 }
  let message = try? ClientMessage(parsing: bytes, longest: longest)
  let plain = try? ClientRequest(parsing: bytes, form: .plain, longest: longest)
  precondition(plain == message.map(ClientRequest.say), "the plain form knows messages only")
  guard let request = try? ClientRequest(parsing: bytes, form: .full, longest: longest) else {
    precondition(message == nil, "a message is one in both forms")
    return 0
  }
  check(request)
  checkAgainstFoundation(bytes)
  return 0
}

private let longest = 200

private func check(_ request: ClientRequest) {
  switch request {
  case .say(let message):
    let content = message.content.unicodeScalars
    precondition((1...longest).contains(content.count), "a message says something, and not too much")
    precondition(
      content.allSatisfy { $0.properties.generalCategory != .control || $0 == "\n" || $0 == "\t" }, "no control characters")
  case .resume(let number): precondition(number >= 0, "entries are counted from 1")
  case .cancelTurn(let id):
    precondition(id.map { (1...200).contains($0.rawValue.unicodeScalars.count) } ?? true, "an id is short")
  case .ping(let id): precondition(id.map { (1...200).contains($0.unicodeScalars.count) } ?? true, "an id is short")
  }
}

private func checkAgainstFoundation(_ bytes: [UInt8]) {
  guard let parsed = try? JSONSerialization.jsonObject(with: Data(bytes)) else {
    // Foundation knows no depth beyond 512, and no number beyond a double; neither matters to a message.
    precondition(bytes.count > 512 || bytes.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }, "what is taken is JSON")
    return
  }
  precondition((parsed as? [String: Any])?["type"] is String, "a message is an object, and says what it is")
}
