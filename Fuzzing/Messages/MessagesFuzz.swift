import Foundation
import MuseServer

/// What every text must come to: a message that keeps its promises, or an error; and nothing is taken that others call no JSON.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMessages(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  // The socket takes no other text.
  guard String(validating: bytes, as: UTF8.self) != nil else { return 0 }
  guard let message = try? ClientMessage(parsing: bytes, longest: longest) else { return 0 }
  let content = message.content.unicodeScalars
  precondition((1...longest).contains(content.count), "a message says something, and not too much")
  precondition(
    content.allSatisfy { $0.properties.generalCategory != .control || $0 == "\n" || $0 == "\t" }, "no control characters")
  checkAgainstFoundation(bytes, message)
  return 0
}

private let longest = 200

private func checkAgainstFoundation(_ bytes: [UInt8], _ message: ClientMessage) {
  guard let parsed = try? JSONSerialization.jsonObject(with: Data(bytes)) else {
    // Foundation knows no depth beyond 512, and no number beyond a double; neither matters to a message.
    precondition(bytes.count > 512 || bytes.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }, "what is taken is JSON")
    return
  }
  guard let fields = parsed as? [String: Any] else { preconditionFailure("a message is an object") }
  precondition(fields["type"] as? String == "user_message", "a message says what it is")
}
