/// Holm's correction of many probabilities of which only the low ones are at hand.
///
/// Corrected values rise with the probabilities and reach 1 early: with *m* tests of which *n* gave a result, at the latest at
/// 1/(*m* − *n* + 1). What lies above ``ceiling(testCount:resultCount:)`` is 1, and need not be kept.
package struct HolmSteps: Sendable {
  private var probabilities: [LogProbability] = []
  private var corrected: [LogProbability] = []

  /// The probability from which on a corrected one is 1.
  package static func ceiling(testCount: Int, resultCount: Int) -> LogProbability {
    // A hair above, so that rounding loses nothing that counts.
    LogProbability(min(1, (1 + 1e-9) / Double(max(1, testCount - resultCount + 1))))
  }

  /// Takes the probabilities up to the ceiling, each with the number of tests that gave it.
  package init(_ found: [(probability: LogProbability, count: Int)], testCount: Int) {
    var rank = 0
    var highest = LogProbability.impossible
    for (probability, count) in found.sorted(by: { $0.probability < $1.probability }) {
      if probabilities.last != probability {
        highest = max(highest, probability.multiplied(by: Double(testCount - rank)))
        probabilities.append(probability)
        corrected.append(highest)
      }
      rank += count
    }
  }

  /// The corrected value of one of the probabilities.
  package func corrected(_ probability: LogProbability) -> LogProbability {
    var (low, high) = (0, probabilities.count)
    while low < high {
      let middle = (low + high) / 2
      if probabilities[middle] < probability { low = middle + 1 } else { high = middle }
    }
    return low < probabilities.count && probabilities[low] == probability
      ? corrected[low] : .certain
  }
}
