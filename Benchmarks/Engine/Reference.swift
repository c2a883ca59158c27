/// What the others are held against where time is measured: the SHA-256 of a megabyte (FIPS 180-4), written out here.
///
/// It allocates nothing, calls no library and never changes, so that its time tells the machine and its neighbours, and nothing else.
enum Reference {
  static let megabyte = [UInt8](repeating: 0x61, count: 1 << 20)

  static func digest(of bytes: [UInt8]) -> [UInt32] {
    var state: [UInt32] = [
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    var schedule = [UInt32](repeating: 0, count: 64)
    for block in stride(from: 0, to: bytes.count - 63, by: 64) { mix(bytes, from: block, &schedule, into: &state) }
    return state
  }

  private static func mix(_ bytes: [UInt8], from start: Int, _ w: inout [UInt32], into state: inout [UInt32]) {
    for index in 0..<16 {
      w[index] = (0..<4).reduce(0) { $0 << 8 | UInt32(bytes[start + 4 * index + $1]) }
    }
    for index in 16..<64 {
      let (early, late) = (w[index - 15], w[index - 2])
      let low = turn(early, 7) ^ turn(early, 18) ^ early >> 3
      let high = turn(late, 17) ^ turn(late, 19) ^ late >> 10
      w[index] = w[index - 16] &+ low &+ w[index - 7] &+ high
    }
    var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let choice = (e & f) ^ (~e & g)
      let first = h &+ (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) &+ choice &+ constants[index] &+ w[index]
      let second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) &+ ((a & b) ^ (a & c) ^ (b & c))
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
  }

  private static func turn(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

  /// The first bits of the fractions of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = (0..<64).map { index in
    UInt32(truncatingIfNeeded: UInt64(cubeRoot(of: primes[index]) * 4_294_967_296))
  }

  private static let primes: [Int] = (2...311).filter { number in !(2..<number).contains { number % $0 == 0 } }

  private static func cubeRoot(of number: Int) -> Double {
    var root = 1.0
    for _ in 0..<60 { root -= (root * root * root - Double(number)) / (3 * root * root) }
    return root
  }
}
