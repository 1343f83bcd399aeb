/// How often each node was inside a random shortest path.
struct PathTally {
  private(set) var counts: [Int32]
  private(set) var sampleCount = 0
  private(set) var isFinished = false
  private var rule: SamplingRule
  private var hasSpread = false
  /// Parts drawn so far, each with random numbers of its own.
  private var partCount = 0
  private let nodeCount: Int

  private static let partSize = 64

  init(rule: SamplingRule, nodeCount: Int) {
    self.rule = rule
    self.nodeCount = nodeCount
    counts = [Int32](repeating: 0, count: nodeCount)
  }

  /// Draws until every node is known well enough.
  mutating func draw(
    _ out: Rows, _ into: Rows, seed: UInt64, parallelism: Parallelism
  ) throws(AlgorithmError) {
    while !isFinished { try drawRound(out, into, seed: seed, parallelism: parallelism) }
  }

  /// Draws some more; whole numbers add up to the same in any order.
  private mutating func drawRound(
    _ out: Rows, _ into: Rows, seed: UInt64, parallelism: Parallelism
  ) throws(AlgorithmError) {
    // The trial round is thrown away, as the rule must not depend on what it judges.
    let wanted = hasSpread ? max(1024, sampleCount / 8) : rule.trialSamples
    let left = hasSpread ? min(wanted, max(1, rule.maximumSamples - sampleCount)) : wanted
    let parts = (left + Self.partSize - 1) / Self.partSize
    let first = partCount
    let total = WholeSum(count: nodeCount)
    // One sum for each stretch of parts keeps the adding small beside the drawing.
    let stretches = min(parts, 32)
    try parallelism.run(
      "Approximate betweenness", parts: stretches, memory: { PathSampler(nodeCount: nodeCount) }
    ) { sampler, stretch in
      for part in (stretch * parts / stretches)..<((stretch + 1) * parts / stretches) {
        var generator = SeededGenerator(seed: seed, stream: UInt64(first + part + 1))
        for _ in 0..<Self.partSize { sampler.draw(out, into, using: &generator) }
      }
      total.add(sampler.takeVisits())
    }
    partCount += parts
    let drawn = total.values
    if hasSpread {
      for node in 0..<nodeCount { counts[node] += drawn[node] }
      sampleCount += parts * Self.partSize
      isFinished = rule.isMet(by: counts, samples: sampleCount)
    } else {
      rule.spread(after: drawn, samples: parts * Self.partSize)
      hasSpread = true
    }
  }
}
