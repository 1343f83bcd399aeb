/// Random numbers that are the same in every run.
///
/// After G. Steele, D. Lea, C. Flood, “Fast splittable pseudorandom number generators”, *OOPSLA 2014*,
/// [doi:10.1145/2660193.2660195](https://doi.org/10.1145/2660193.2660195).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

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
