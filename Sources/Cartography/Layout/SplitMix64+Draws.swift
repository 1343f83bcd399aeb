import GraphCore

extension SplitMix64 {
  /// A number from 0 up to but not including `bound`.
  mutating func next(below bound: Int) -> Int {
    Int(truncatingIfNeeded: (next() >> 33) % UInt64(bound))
  }

  /// A number from 0 up to but not including 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number above 0 from the exponential distribution with mean 1, with nothing but basic arithmetic, so that every
  /// machine gets the same one.
  mutating func exponential() -> Double {
    let number = 1 - unit()
    // ln(m·2ᵏ) = k·ln 2 + 2·artanh((m−1)/(m+1)), to five digits.
    let ratio = (number.significand - 1) / (number.significand + 1)
    let square = ratio * ratio
    let series = 1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9)))
    return -(Double(number.exponent) * 0.693_147_180_559_945_3 + 2 * ratio * series)
  }
}
