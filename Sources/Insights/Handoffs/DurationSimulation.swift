internal import GraphCore

/// How long something takes from end to end, by simulation.
package struct SimulatedDuration: Hashable, Sendable, Codable {
  /// The average.
  package let mean: Double
  /// Half of the runs took at most this long.
  package let median: Double
  /// Nine of ten runs took at most this long.
  package let ninetieth: Double
  /// How many runs there were.
  package let runs: Int
  /// The seed of the random numbers.
  package let seed: UInt64

  /// Adds up one value of every step, drawn from those that the step has taken before, each as often as its weight says.
  ///
  /// Steps are taken for independent of each other. The mean tends to the sum of the steps' weighted means.
  ///
  /// - Parameters:
  ///   - steps: The values of each step; a step without values takes no time.
  ///   - runs: How often to draw, at least 1.
  ///   - seed: The same seed gives the same result.
  /// - Complexity: O(*runs* · (steps · log values + log *runs*)).
  init(
    steps: [[(value: Double, weight: Double)]], runs: Int = 10_000, seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    let steps = steps.filter { !$0.isEmpty }.map(WeightedDraw.init)
    var totals: [Double] = []
    totals.reserveCapacity(runs)
    for _ in 0..<max(1, runs) {
      var total = 0.0
      for step in steps { total += step.value(&random) }
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

/// Draws values with chances in proportion to their weights.
private struct WeightedDraw {
  private let values: [Double]
  /// The share of all weight up to each value, the last one 1; empty where all weigh the same.
  private let shares: [Double]

  init(_ values: [(value: Double, weight: Double)]) {
    self.values = values.map(\.value)
    let heaviest = values.map(\.weight).max() ?? 0
    guard heaviest > 0, values.contains(where: { $0.weight != heaviest }) else {
      shares = []
      return
    }
    let total = values.reduce(0) { $0 + $1.weight / heaviest }
    var passed = 0.0
    shares = values.map { value in
      passed += value.weight / heaviest
      return passed / total
    }
  }

  func value(_ random: inout SeededGenerator) -> Double {
    guard values.count > 1 else { return values[0] }
    guard !shares.isEmpty else { return values[random.below(values.count)] }
    let drawn = random.unit()
    var (lower, upper) = (0, values.count - 1)
    while lower < upper {
      let middle = (lower + upper) / 2
      if shares[middle] > drawn { upper = middle } else { lower = middle + 1 }
    }
    return values[lower]
  }
}
