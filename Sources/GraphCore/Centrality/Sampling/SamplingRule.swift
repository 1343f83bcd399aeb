#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// When enough paths have been drawn (Borassi and Natale, theorem 10).
struct SamplingRule {
  let error: Double
  let failureProbability: Double
  /// So many samples are enough whatever they show.
  let maximumSamples: Int
  // How the failure probability is spread over the nodes, more of it where more samples are needed: the
  // natural logarithm of one over each share.
  private var logShares: [Double] = []

  init(error: Double, failureProbability: Double, vertexDiameter: Int, nodeCount: Int) {
    self.error = error
    self.failureProbability = failureProbability
    let levels = vertexDiameter > 3 ? log2(Double(vertexDiameter - 2)).rounded(.down) : 0
    let samples = 0.5 / (error * error) * (levels + 1 + log(2 / failureProbability))
    maximumSamples = Int(min(samples.rounded(.up), 1e15))
  }

  /// How many samples the shares are made from.
  var trialSamples: Int { max(256, maximumSamples / 100) }

  // Spreads the failure probability by what a trial has shown. Any spread is valid, a good one stops early.
  mutating func spread(after counts: [Int32], samples: Int) {
    let means = counts.map { Double($0) / Double(samples) }
    let floor = failureProbability / (8 * Double(means.count))
    // Shares are exp(-slope / mean); bisection finds the slope at which they use up half of the probability.
    var (low, high) = (0.0, 1.0)
    func total(_ slope: Double) -> Double {
      means.reduce(0) { $0 + ($1 > 0 ? exp(-slope / $1) : 0) }
    }
    let wanted = failureProbability / 8
    while total(high) > wanted { high *= 2 }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if total(middle) > wanted { low = middle } else { high = middle }
    }
    // Each of the two sides of the error gets this share: an eighth spread by means and an eighth evenly.
    logShares = means.map { -log(($0 > 0 ? exp(-high / $0) : 0) + floor) }
  }

  /// Whether every node is known well enough.
  func isMet(by counts: [Int32], samples: Int) -> Bool {
    if samples >= maximumSamples { return true }
    guard !logShares.isEmpty else { return false }
    let taken = Double(samples)
    let ratio = Double(maximumSamples) / taken
    for node in counts.indices {
      let share = logShares[node]
      let variance = 2 * Double(counts[node]) / taken * Double(maximumSamples) / share
      let below = 1.0 / 3 - ratio
      let above = 1.0 / 3 + ratio
      let downward = share / taken * (below + (below * below + variance).squareRoot())
      let upward = share / taken * (above + (above * above + variance).squareRoot())
      if downward > error || upward > error { return false }
    }
    return true
  }
}
