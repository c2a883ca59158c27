/// Two million zeros in thirteen thousand bytes of DEFLATE: one zero, and then again and again 258 of what was there.
///
/// Source of the codes: RFC 1951, sections 3.2.5 and 3.2.6.
enum DeflateBomb {
  static let bytes: [UInt8] = {
    let zero = [false, false, true, true, false, false, false, false]
    let lengthOf258 = [true, true, false, false, false, true, false, true]
    let distanceOf1 = [Bool](repeating: false, count: 5)
    let fixedCodes = [false, true, false]
    let repeats = [[Bool]](repeating: lengthOf258 + distanceOf1, count: 8000)
    let bits = fixedCodes + zero + repeats.joined()
    return stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<min(start + 8, bits.count)].enumerated().reduce(UInt8(0)) { $0 | ($1.element ? 1 << UInt8($1.offset) : 0) }
    }
  }()
}
