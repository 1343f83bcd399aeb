/// A random number generator whose numbers follow from a seed: the same on every run and machine.
///
/// xoshiro256**, its state filled by SplitMix64. Not for secrets.
///
/// ## References
/// D. Blackman, S. Vigna, “Scrambled linear pseudorandom number generators”, *ACM TOMS* 47(4), 2021,
/// [doi:10.1145/3460772](https://doi.org/10.1145/3460772).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// Makes a generator.
  ///
  /// - Parameters:
  ///   - seed: Any number; equal seeds give equal sequences.
  ///   - stream: One of many independent sequences of the same seed, for work done in parts.
  public init(seed: UInt64, stream: UInt64 = 0) {
    var mixer = SplitMix64(state: seed)
    if stream != 0 {
      mixer = SplitMix64(state: mixer.next() ^ (stream &* 0x9E37_79B9_7F4A_7C15))
    }
    state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  /// Returns the next 64 random bits.
  public mutating func next() -> UInt64 {
    let result = rotated(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, by: 45)
    return result
  }

  /// Returns a number in `0..<bound`, every one equally likely.
  ///
  /// - Precondition: `bound > 0`.
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "A random number below zero or none does not exist.")
    return Int(truncatingIfNeeded: next(upperBound: UInt64(bound)))
  }

  /// Returns a number in `0..<1` with 53 random bits.
  public mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  private func rotated(_ bits: UInt64, by count: UInt64) -> UInt64 {
    bits << count | bits >> (64 - count)
  }
}

/// A small generator that spreads one seed over a larger state, or serves where every picture must stay as it is.
///
/// ## References
/// G. Steele, D. Lea, C. Flood, “Fast splittable pseudorandom number generators”, *OOPSLA* 2014,
/// [doi:10.1145/2660193.2660195](https://doi.org/10.1145/2660193.2660195).
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Makes a generator; equal states give equal sequences.
  package init(state: UInt64) { self.state = state }

  /// Returns the next 64 random bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}
