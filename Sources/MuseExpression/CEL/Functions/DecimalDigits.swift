/// A number as exact decimal digits: every `Double` has finitely many. So rounding is that of the number itself, on every machine.
struct DecimalDigits {
  /// Without leading zeros; empty for zero. 0...9
  private(set) var digits: [UInt8]
  /// How many of the digits stand before the point; negative where zeros follow it.
  private(set) var pointPlace: Int

  /// Of a finite number, without its sign.
  init(_ number: Double) {
    let significand = number.magnitude.significandBitPattern | (number.isNormal ? 1 << 52 : 0)
    let exponent = max(Int(number.exponentBitPattern), 1) - 1075
    // m × 2^-k is m × 5^k with k digits behind the point.
    var whole = LargeNumber(significand)
    whole.multiply(by: exponent >= 0 ? 2 : 5, times: abs(exponent))
    let text = whole.digits
    digits = text
    pointPlace = text.count - (exponent < 0 ? -exponent : 0)
  }

  init(_ number: UInt64) {
    digits = number == 0 ? [] : String(number).utf8.map { $0 - 48 }
    pointPlace = digits.count
  }

  /// Keeps so many digits from the first one on; a half goes to the even digit.
  mutating func round(toCount count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return
    }
    let (next, rest) = (digits[count], digits[(count + 1)...])
    let isOdd = count > 0 && digits[count - 1] % 2 == 1
    let goesUp = next > 5 || (next == 5 && (isOdd || rest.contains { $0 > 0 }))
    digits.removeLast(digits.count - count)
    guard goesUp else { return }
    while digits.last == 9 { digits.removeLast() }
    if digits.isEmpty {
      digits = [1]
      pointPlace += 1
    } else {
      digits[digits.count - 1] += 1
    }
  }

  /// `12.50` with two digits behind the point.
  func fixed(_ precision: Int) -> String {
    var rounded = self
    rounded.round(toCount: pointPlace + precision)
    let whole = (0..<max(rounded.pointPlace, 0)).map { rounded.digit($0) }
    let fraction = (0..<precision).map { rounded.digit(rounded.pointPlace + $0) }
    return (whole.isEmpty ? "0" : whole.joined()) + (precision > 0 ? "." + fraction.joined() : "")
  }

  /// `1.25e+01` with two digits behind the point.
  func scientific(_ precision: Int) -> String {
    var rounded = self
    rounded.round(toCount: precision + 1)
    let exponent = digits.isEmpty ? 0 : rounded.pointPlace - 1
    let fraction = (1..<(precision + 1)).map { rounded.digit($0) }.joined()
    return "\(rounded.digit(0))\(precision > 0 ? "." : "")\(fraction)e\(exponent < 0 ? "-" : "+")\(padded(abs(exponent), to: 2))"
  }

  private func digit(_ index: Int) -> String { digits.indices.contains(index) ? String(digits[index]) : "0" }
}

/// A whole number of any size, as digits of base 10^9, the smallest first.
private struct LargeNumber {
  private var limbs: [UInt64]

  init(_ number: UInt64) {
    limbs = [number % 1_000_000_000, number / 1_000_000_000 % 1_000_000_000, number / 1_000_000_000_000_000_000]
  }

  mutating func multiply(by factor: UInt64, times: Int) {
    // Twelve at a time: 5^12 still fits beside a limb in 64 bits.
    var left = times
    while left > 0 {
      let step = min(left, 12)
      multiply(by: (0..<step).reduce(1) { power, _ in power * factor })
      left -= step
    }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = limbs[index] * factor + carry
      limbs[index] = product % 1_000_000_000
      carry = product / 1_000_000_000
    }
    if carry > 0 { limbs.append(carry) }
  }

  var digits: [UInt8] {
    let text = limbs.reversed().map { padded(Int($0), to: 9) }.joined()
    return text.utf8.drop { $0 == 48 }.map { $0 - 48 }
  }
}
