/// How probabilities of many tests are corrected for their number.
///
/// Among 1,000 pairs without any tie, 50 stay below 0.05 by chance: a map of significant overlaps
/// needs a correction, and the legend must say which.
///
/// Corrected values can be compared with a level directly, as those of R `p.adjust`.
public enum MultipleTesting: Sendable, Hashable, CaseIterable {
  /// None: each test by itself.
  case none
  /// Holm's step-down: the chance of *any* false tie stays below the level.
  case holm
  /// Benjamini–Hochberg: the expected *share* of false ties stays below the level.
  case benjaminiHochberg

  /// Returns the corrected probabilities in the order of the tests.
  ///
  /// - Parameters:
  ///   - probabilities: The result of each test.
  ///   - testCount: The number of tests made, if more than those given; the others count as 1.
  /// - Returns: One probability for each given.
  /// - Precondition: `testCount >= probabilities.count`.
  /// - Complexity: O(*m*·log *m*) for *m* probabilities.
  ///
  /// ## References
  /// S. Holm, *Scand. J. Statist.* 6(2), 1979. Y. Benjamini, Y. Hochberg, *J. R. Stat. Soc. B* 57(1),
  /// 1995, [doi:10.1111/j.2517-6161.1995.tb02031.x](https://doi.org/10.1111/j.2517-6161.1995.tb02031.x).
  public func corrected(
    _ probabilities: [LogProbability], testCount: Int? = nil
  ) -> [LogProbability] {
    let count = testCount ?? probabilities.count
    precondition(count >= probabilities.count, "Every probability is one of the tests.")
    guard self != .none else { return probabilities }
    let order = probabilities.indices.sorted { left, right in
      probabilities[left] == probabilities[right]
        ? left < right : probabilities[left] < probabilities[right]
    }
    var result = probabilities
    if self == .holm {
      var highest = LogProbability.impossible
      for (rank, test) in order.enumerated() {
        highest = max(highest, probabilities[test].multiplied(by: Double(count - rank)))
        result[test] = highest
      }
    } else {
      var lowest = LogProbability.certain
      for (rank, test) in order.enumerated().reversed() {
        let share = Double(count) / Double(rank + 1)
        lowest = min(lowest, probabilities[test].multiplied(by: share))
        result[test] = lowest
      }
    }
    return result
  }
}
