#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The binomial density by Loader's saddle-point expansion.
///
/// Differences of log-gamma values lose a digit for each power of ten of the population; this form adds
/// terms of the size of the answer only, so relative errors stay near 1e-15 times the logarithm.
///
/// ## References
/// C. Loader, “Fast and accurate computation of binomial probabilities”, 2000. The form that R's
/// `dbinom` and `dhyper` use.
enum BinomialDensity {
  /// The natural logarithm of the probability of `successes` in `trials`, each with `probability`.
  ///
  /// `failure` is `1 - probability`, passed along because the subtraction would lose its digits.
  static func logarithm(
    successes: Double, trials: Double, probability: Double, failure: Double
  ) -> Double {
    guard successes >= 0, successes <= trials else { return -.infinity }
    if probability == 0 { return successes == 0 ? 0 : -.infinity }
    if failure == 0 { return successes == trials ? 0 : -.infinity }
    if successes == 0 { return logarithmOfAll(trials: trials, each: failure, other: probability) }
    if successes == trials {
      return logarithmOfAll(trials: trials, each: probability, other: failure)
    }
    let failures = trials - successes
    let core =
      stirlingError(trials) - stirlingError(successes) - stirlingError(failures)
      - deviance(successes, expected: trials * probability)
      - deviance(failures, expected: trials * failure)
    let scale = 2 * Double.pi * successes * (failures / trials)
    return core - 0.5 * log(scale)
  }

  private static func logarithmOfAll(trials: Double, each: Double, other: Double) -> Double {
    if trials == 0 { return 0 }
    return trials * (other < 0.1 ? log1p(-other) : log(each))
  }

  /// The error of Stirling's formula: ln n! − ln(√(2πn)·(n/e)ⁿ).
  static func stirlingError(_ count: Double) -> Double {
    if count <= 15 { return smallErrors[Int(count)] }
    let square = count * count
    // Coefficients 1/12, 1/360, 1/1260, 1/1680, 1/1188 of Stirling's series.
    let tail = (1.0 / 1680 - 1.0 / 1188 / square) / square
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - tail) / square) / square) / count
  }

  /// `x·ln(x/expected) + expected − x`, without cancellation near `x = expected`.
  static func deviance(_ value: Double, expected: Double) -> Double {
    let difference = value - expected
    guard abs(difference) < 0.1 * (value + expected) else {
      return value * log(value / expected) - difference
    }
    let ratio = difference / (value + expected)
    var sum = difference * ratio
    var term = 2 * value * ratio
    var divisor = 3.0
    while true {
      term *= ratio * ratio
      let next = sum + term / divisor
      if next == sum { return next }
      sum = next
      divisor += 2
    }
  }

  /// Exact values for 0…15, computed with 50 digits.
  private static let smallErrors: [Double] = [
    0, 0.0810614667953272582197, 0.0413406959554092940938, 0.0276779256849983391488,
    0.0207906721037650931115, 0.0166446911898211921632, 0.0138761288230707479987,
    0.0118967099458917700951, 0.0104112652619720964975, 0.0092554621827127329177,
    0.0083305634333628712565, 0.0075736754879518407950, 0.0069428401072095298657,
    0.0064089941880042070684, 0.0059513701127588477356, 0.0055547335519628013710,
  ]
}
