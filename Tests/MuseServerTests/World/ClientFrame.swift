/// A frame as a client writes it, right or wrong.
struct ClientFrame {
  enum Length {
    case shortest
    /// In two bytes, however short.
    case word
    /// In eight bytes, however short.
    case quad
    /// Not that of the payload.
    case claimed(UInt64)
  }

  var opcode: UInt8
  var payload: [UInt8] = []
  var isFinal = true
  var reserved: UInt8 = 0
  var isMasked = true
  var length = Length.shortest

  static func text(_ text: String, isFinal: Bool = true) -> ClientFrame {
    ClientFrame(opcode: 1, payload: Array(text.utf8), isFinal: isFinal)
  }

  static func continuation(_ text: String, isFinal: Bool = true) -> ClientFrame {
    ClientFrame(opcode: 0, payload: Array(text.utf8), isFinal: isFinal)
  }

  static func ping(_ text: String = "") -> ClientFrame { ClientFrame(opcode: 9, payload: Array(text.utf8)) }

  static func close(_ code: UInt16?, _ reason: [UInt8] = []) -> ClientFrame {
    ClientFrame(opcode: 8, payload: (code.map { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } ?? []) + reason)
  }

  var bytes: [UInt8] {
    let key: [UInt8] = [0x37, 0xFA, 0x21, 0x3D]
    let first = (isFinal ? 0x80 : 0) | reserved << 4 | opcode
    let masked = isMasked ? payload.enumerated().map { $1 ^ key[$0 & 3] } : payload
    return [first] + lengthBytes + (isMasked ? key : []) + masked
  }

  private var lengthBytes: [UInt8] {
    let mask: UInt8 = isMasked ? 0x80 : 0
    switch length {
    case .shortest:
      switch payload.count {
      case ...125: return [mask | UInt8(payload.count)]
      case ...0xFFFF: return [mask | 126] + Self.big(UInt64(payload.count), bytes: 2)
      default: return [mask | 127] + Self.big(UInt64(payload.count), bytes: 8)
      }
    case .word: return [mask | 126] + Self.big(UInt64(payload.count), bytes: 2)
    case .quad: return [mask | 127] + Self.big(UInt64(payload.count), bytes: 8)
    case .claimed(let count): return [mask | 127] + Self.big(count, bytes: 8)
    }
  }

  private static func big(_ number: UInt64, bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * (bytes - 1 - $0))) }
  }
}
