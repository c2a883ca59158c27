/// Dense numbers for 64-bit hashes, in the order in which they come: several times faster than a dictionary, which would hash them
/// once more.
///
/// Open addressing with linear steps; the place of a hash is drawn anew in each process, so that nobody can make many share one.
struct HashedIndex: Sendable {
  private static let factor: UInt64 = .random(in: .min ... .max) | 1

  private(set) var hashes: [UInt64] = []
  /// The number of the hash that stands at a place, or -1.
  private var places: [Int32]
  private var shift: UInt64

  /// - Parameter expected: about how many there will be.
  init(expecting expected: Int = 8) {
    let bits = max(4, Int.bitWidth - (expected * 2).leadingZeroBitCount)
    places = Array(repeating: -1, count: 1 << bits)
    shift = UInt64(64 - bits)
    hashes.reserveCapacity(expected)
  }

  var count: Int { hashes.count }

  subscript(hash: UInt64) -> Int? {
    let number = places[place(of: hash)]
    return number < 0 ? nil : Int(number)
  }

  /// The number of the hash; the next one, where it is new.
  mutating func number(of hash: UInt64) -> Int {
    let place = place(of: hash)
    if places[place] >= 0 { return Int(places[place]) }
    places[place] = Int32(hashes.count)
    hashes.append(hash)
    if hashes.count * 2 > places.count { grow() }
    return hashes.count - 1
  }

  /// Where it stands, or would stand.
  private func place(of hash: UInt64) -> Int {
    var place = Int((hash &* HashedIndex.factor) &>> shift)
    while places[place] >= 0, hashes[Int(places[place])] != hash { place = (place + 1) & (places.count - 1) }
    return place
  }

  private mutating func grow() {
    shift -= 1
    places = Array(repeating: -1, count: places.count * 2)
    for (number, hash) in hashes.enumerated() { places[place(of: hash)] = Int32(number) }
  }
}
