#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A probability kept as its natural logarithm, so that 1e-400 is not zero.
///
/// Tails of overlap tests go far below the smallest `Double`; sorting and correcting them needs the
/// logarithm, reading them seldom does.
public struct LogProbability: Hashable, Comparable, Sendable {
  /// The natural logarithm of the probability, at most 0; −∞ for an impossible event.
  public let naturalLogarithm: Double

  /// Probability 1.
  public static let certain = LogProbability(naturalLogarithm: 0)
  /// Probability 0.
  public static let impossible = LogProbability(naturalLogarithm: -.infinity)

  /// Makes a probability from its natural logarithm; rounding errors above 0 become 0.
  ///
  /// - Precondition: `naturalLogarithm` is a number.
  public init(naturalLogarithm: Double) {
    precondition(!naturalLogarithm.isNaN, "The logarithm of a probability must be a number.")
    self.naturalLogarithm = min(naturalLogarithm, 0)
  }

  /// Makes a probability from its value.
  ///
  /// - Precondition: `value` is in `0...1`.
  public init(_ value: Double) {
    precondition(value >= 0 && value <= 1, "A probability must be in 0...1.")
    naturalLogarithm = log(value)
  }

  /// The probability; 0 where it is below the smallest `Double`.
  public var value: Double { exp(naturalLogarithm) }

  /// The power of ten of the probability, −110 for 1e-110.
  public var decimalLogarithm: Double { naturalLogarithm / 2.302585092994046 }

  /// The probability of the opposite.
  public var complement: LogProbability {
    // log1p(-exp(x)) loses digits near 0, log(-expm1(x)) near −∞; they meet at −ln 2.
    LogProbability(
      naturalLogarithm: naturalLogarithm > -0.6931471805599453
        ? log(-expm1(naturalLogarithm)) : log1p(-exp(naturalLogarithm)))
  }

  /// The probability times a number of trials, at most 1.
  func multiplied(by factor: Double) -> LogProbability {
    LogProbability(naturalLogarithm: naturalLogarithm + log(factor))
  }

  /// Orders by probability.
  public static func < (left: LogProbability, right: LogProbability) -> Bool {
    left.naturalLogarithm < right.naturalLogarithm
  }
}
