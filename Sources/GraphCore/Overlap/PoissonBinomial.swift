#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The number of successes in independent trials that each have a chance of their own.
///
/// Exact, and right far out in the tails: the trials are tilted so that the value in question becomes
/// the likeliest one, convolved there, and the tilt is taken out of the logarithm of the sum. Trials of
/// equal probability are given as groups and convolved as one binomial.
///
/// ## References
/// Y. Hong, “On computing the distribution function for the Poisson binomial distribution”, *CSDA* 59,
/// 2013, [doi:10.1016/j.csda.2012.10.006](https://doi.org/10.1016/j.csda.2012.10.006); tilting: H. E.
/// Daniels, *Ann. Math. Statist.* 25(4), 1954, [doi:10.1214/aoms/1177728652](https://doi.org/10.1214/aoms/1177728652).
public struct PoissonBinomial: Sendable, Hashable {
  /// Trials that have the same chance of success.
  public struct Group: Sendable, Hashable {
    /// The chance of success of each.
    public var probability: Double
    /// The number of trials.
    public var count: Int

    /// Makes a group.
    ///
    /// - Precondition: `probability` is in `0...1` and `count >= 0`.
    public init(probability: Double, count: Int) {
      precondition(probability >= 0 && probability <= 1, "A probability must be in 0...1.")
      precondition(count >= 0, "A number of trials cannot be negative.")
      self.probability = probability
      self.count = count
    }
  }

  /// Groups whose outcome is open, none of them empty.
  private let open: [Group]
  private let openCount: Int
  /// Trials that succeed for certain.
  private let sureCount: Int
  /// The number of trials.
  public let trialCount: Int
  /// The expected number of successes.
  public let mean: Double

  /// Makes the distribution of the successes of all groups.
  public init(_ groups: [Group]) {
    open = groups.filter { $0.count > 0 && $0.probability > 0 && $0.probability < 1 }
    openCount = open.reduce(0) { $0 + $1.count }
    sureCount = groups.reduce(0) { $0 + ($1.probability == 1 ? $1.count : 0) }
    trialCount = groups.reduce(0) { $0 + $1.count }
    mean = groups.reduce(0) { $0 + $1.probability * Double($1.count) }
  }

  /// Makes the distribution of the successes of single trials.
  public init(probabilities: [Double]) {
    self.init(probabilities.map { Group(probability: $0, count: 1) })
  }

  /// Returns the probability of at least `count` successes.
  ///
  /// - Complexity: O(*g*·*s*²) for *g* groups and a standard deviation *s* under the tilt.
  public func upperTail(from count: Int) -> LogProbability {
    let target = count - sureCount
    if target <= 0 { return .certain }
    if target > openCount { return .impossible }
    guard Double(count) > mean else { return lowerTail(through: count - 1).complement }
    if target == openCount {
      return LogProbability(
        naturalLogarithm: open.reduce(0) { $0 + Double($1.count) * log($1.probability) })
    }
    return tiltedTail(from: target)
  }

  /// Returns the probability of at most `count` successes.
  public func lowerTail(through count: Int) -> LogProbability {
    if count >= sureCount + openCount { return .certain }
    if count < sureCount { return .impossible }
    if Double(count) > mean { return upperTail(from: count + 1).complement }
    if count == sureCount {
      return LogProbability(
        naturalLogarithm: open.reduce(0) { $0 + Double($1.count) * log1p(-$1.probability) })
    }
    // At most k successes are at least n − k failures.
    let failures = PoissonBinomial(
      open.map { Group(probability: 1 - $0.probability, count: $0.count) })
    return failures.tiltedTail(from: openCount - (count - sureCount))
  }
}

extension PoissonBinomial {
  /// The tail of the open trials, for a target strictly between none and all of them.
  private func tiltedTail(from target: Int) -> LogProbability {
    let tilt = Double(target) > openMean(tilt: 1) ? solvedTilt(for: Double(target)) : 1
    var density = TrimmedDensity.certain
    var logMoment = 0.0
    for group in open {
      let weight = group.probability * tilt
      let total = 1 - group.probability + weight
      density = density.convolved(
        with: .binomial(
          count: group.count, probability: weight / total, failure: (1 - group.probability) / total)
      )
      logMoment += Double(group.count) * log1p(group.probability * (tilt - 1))
    }
    // P(X = k) = P'(k)·M(t)/tᵏ; the powers are taken relative to the target and fall.
    var sum = 0.0
    var power = pow(tilt, Double(min(0, target - density.first)))
    for value in density.values.dropFirst(max(0, target - density.first)) {
      sum += value * power
      power /= tilt
    }
    return LogProbability(
      naturalLogarithm: logMoment - Double(target) * log(tilt) + log(sum))
  }

  private func openMean(tilt: Double) -> Double {
    open.reduce(0) { sum, group in
      let weight = group.probability * tilt
      return sum + Double(group.count) * weight / (1 - group.probability + weight)
    }
  }

  /// The tilt under which `target` successes are expected, by bisection of its logarithm.
  ///
  /// A rough solution will do: any tilt gives the exact sum, a good one keeps all its digits.
  private func solvedTilt(for target: Double) -> Double {
    var low = 0.0
    var high = 1.0
    while high < 690 && openMean(tilt: exp(high)) < target { high *= 2 }
    high = min(high, 690)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if openMean(tilt: exp(middle)) < target { low = middle } else { high = middle }
    }
    return exp(low)
  }
}
