/// Just as much of RFC 6455 as it takes to talk with a server that keeps to it.
struct Frame {
  static let (text, close, ping, pong): (UInt8, UInt8, UInt8, UInt8) = (1, 8, 9, 10)
  /// Any will do: the server has the same work with each.
  private static let mask: [UInt8] = [0x5a, 0x17, 0xc3, 0x88]

  let opcode: UInt8
  let payload: ArraySlice<UInt8>
  let end: Int

  /// The frame at `start`; nil: more bytes must come first.
  init?(in bytes: [UInt8], from start: Int) {
    guard bytes.count >= start + 2 else { return nil }
    let short = Int(bytes[start + 1] & 0x7f)
    let digits = short == 127 ? 8 : short == 126 ? 2 : 0
    let body = start + 2 + digits
    guard bytes.count >= body else { return nil }
    let length = digits == 0 ? short : bytes[start + 2..<body].reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count >= body + length else { return nil }
    opcode = bytes[start] & 0x0f
    payload = bytes[body..<body + length]
    end = body + length
  }

  /// One whole message of a client.
  static func bytes(_ opcode: UInt8, _ payload: [UInt8]) -> [UInt8] {
    var bytes = [0x80 | opcode]
    bytes.reserveCapacity(payload.count + 8)
    if payload.count < 126 {
      bytes.append(0x80 | UInt8(payload.count))
    } else {
      bytes += [0x80 | 126, UInt8(truncatingIfNeeded: payload.count >> 8), UInt8(truncatingIfNeeded: payload.count)]
    }
    bytes += mask
    for (index, byte) in payload.enumerated() { bytes.append(byte ^ mask[index & 3]) }
    return bytes
  }
}
