/// The SHA-256 hash, for fingerprints of sources. Not for secrets: it takes no care of timing.
///
/// Source: FIPS 180-4, section 6.2. Written out here because the lower layers know no Foundation and no crypto library.
public enum SHA256 {
  /// The hash as 64 lower-case hexadecimal digits.
  public static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
    let words = state(of: Array(bytes))
    return String(unsafeUninitializedCapacity: 64) { text in
      for (index, word) in words.enumerated() {
        for place in 0..<8 { text[index * 8 + place] = digit(word >> UInt32(28 - 4 * place) & 15) }
      }
      return 64
    }
  }

  private static func digit(_ value: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: value) + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
  }

  /// The hash as 32 bytes.
  public static func digest(of bytes: some Sequence<UInt8>) -> [UInt8] {
    state(of: Array(bytes)).flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
  }

  private static func state(of message: [UInt8]) -> [UInt32] {
    var state = initialState
    let whole = message.count / 64 * 64
    let rest = ending(of: message, from: whole)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
      message.withUnsafeBufferPointer { bytes in
        for start in stride(from: 0, to: whole, by: 64) {
          compress(UnsafeBufferPointer(rebasing: bytes[start..<start + 64]), words, &state)
        }
      }
      rest.withUnsafeBufferPointer { bytes in
        for start in stride(from: 0, to: bytes.count, by: 64) {
          compress(UnsafeBufferPointer(rebasing: bytes[start..<start + 64]), words, &state)
        }
      }
    }
    return state
  }

  /// What does not fill a block, padded: one block or two.
  private static func ending(of message: [UInt8], from start: Int) -> [UInt8] {
    let bitCount = UInt64(message.count) * 8
    var rest = Array(message[start...])
    rest.append(0x80)
    rest += Array(repeating: 0, count: (120 - rest.count % 64) % 64)
    for place in 0..<8 { rest.append(UInt8(truncatingIfNeeded: bitCount >> (56 - 8 * UInt64(place)))) }
    return rest
  }

  /// - Parameter words: room for the schedule of 64 words.
  private static func compress(
    _ block: UnsafeBufferPointer<UInt8>, _ words: UnsafeMutableBufferPointer<UInt32>, _ state: inout [UInt32]
  ) {
    schedule(block, into: words)
    var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7])
    constants.withUnsafeBufferPointer { constants in
      for round in 0..<64 {
        let sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        let first = h &+ sum1 &+ ((e & f) ^ (~e & g)) &+ constants[round] &+ words[round]
        let sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        let second = sum0 &+ ((a & b) ^ (a & c) ^ (b & c))
        (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
      }
    }
    for (index, word) in zip(0..., [a, b, c, d, e, f, g, h]) { state[index] &+= word }
  }

  private static func schedule(_ block: UnsafeBufferPointer<UInt8>, into words: UnsafeMutableBufferPointer<UInt32>) {
    for index in 0..<16 {
      let start = 4 * index
      words[index] =
        UInt32(block[start]) << 24 | UInt32(block[start + 1]) << 16 | UInt32(block[start + 2]) << 8 | UInt32(block[start + 3])
    }
    for index in 16..<64 {
      let (near, far) = (words[index - 2], words[index - 15])
      let sigma0 = rotate(far, 7) ^ rotate(far, 18) ^ far &>> 3
      let sigma1 = rotate(near, 17) ^ rotate(near, 19) ^ near &>> 10
      words[index] = words[index - 16] &+ sigma0 &+ words[index - 7] &+ sigma1
    }
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word &>> count | word &<< (32 - count) }

  private static let initialState: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
