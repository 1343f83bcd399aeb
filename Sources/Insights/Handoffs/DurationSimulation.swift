internal import GraphCore

/// How long something takes from end to end, by simulation.
public struct SimulatedDuration: Hashable, Sendable, Codable {
  /// The average.
  public let mean: Double
  /// Half of the runs took at most this long.
  public let median: Double
  /// Nine of ten runs took at most this long.
  public let ninetieth: Double
  /// How many runs there were.
  public let runs: Int
  /// The seed of the random numbers.
  public let seed: UInt64

  /// Adds up one value of every step, drawn with equal chances from those that the step has taken before.
  ///
  /// Steps are taken for independent of each other. The mean tends to the sum of the steps' means.
  ///
  /// - Parameters:
  ///   - steps: The values of each step; a step without values takes no time.
  ///   - runs: How often to draw, at least 1.
  ///   - seed: The same seed gives the same result.
  /// - Complexity: O(*runs* · (steps + log *runs*)).
  init(steps: [[Double]], runs: Int = 10_000, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var totals: [Double] = []
    totals.reserveCapacity(runs)
    for _ in 0..<max(1, runs) {
      var total = 0.0
      for values in steps where !values.isEmpty {
        total += values.count == 1 ? values[0] : values[random.below(values.count)]
      }
      totals.append(total)
    }
    self.init(totals, seed: seed)
  }

  /// Describes what came out of the runs, of which there must be at least one.
  init(_ totals: [Double], seed: UInt64) {
    let sorted = totals.sorted()
    mean = sorted.reduce(0, +) / Double(sorted.count)
    median = Spread.quantile(0.5, of: sorted)
    ninetieth = Spread.quantile(0.9, of: sorted)
    runs = sorted.count
    self.seed = seed
  }
}
