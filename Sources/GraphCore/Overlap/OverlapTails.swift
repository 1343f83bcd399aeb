extension AffiliationGraph {
  /// The tail of each pair, computed once for all pairs of equal sizes and equal overlap.
  func tails(
    of overlaps: Overlaps, parallelism: Parallelism, _ tail: (Overlap) -> LogProbability
  ) throws(AlgorithmError) -> [LogProbability] {
    struct Case: Hashable {
      var smaller: Int32
      var larger: Int32
      var shared: Int32
    }
    var numbers: [Case: Int32] = [:]
    var samples: [Int] = []
    var caseOfPair: [Int32] = []
    caseOfPair.reserveCapacity(overlaps.count)
    for pair in overlaps.indices {
      let first = overlaps.sizes[Int(overlaps.firsts[pair])]
      let second = overlaps.sizes[Int(overlaps.seconds[pair])]
      let key = Case(
        smaller: min(first, second), larger: max(first, second), shared: overlaps.counts[pair])
      if let number = numbers[key] {
        caseOfPair.append(number)
      } else {
        numbers[key] = Int32(samples.count)
        caseOfPair.append(Int32(samples.count))
        samples.append(pair)
      }
    }
    let values = try column(count: samples.count, parallelism: parallelism) { number in
      tail(overlaps[samples[number]])
    }
    return caseOfPair.map { values[Int($0)] }
  }

  /// The tail of each pair by itself.
  func singleTails(
    of overlaps: Overlaps, parallelism: Parallelism, _ tail: (Overlap) -> LogProbability
  ) throws(AlgorithmError) -> [LogProbability] {
    try column(count: overlaps.count, parallelism: parallelism) { tail(overlaps[$0]) }
  }

  private func column(
    count: Int, parallelism: Parallelism, _ value: (Int) -> LogProbability
  ) throws(AlgorithmError) -> [LogProbability] {
    let logarithms = Scratch(repeating: 0.0, count: count)
    let partSize = 64
    try parallelism.run("Testing overlaps", parts: (count + partSize - 1) / partSize) { part in
      for place in part * partSize..<min((part + 1) * partSize, count) {
        logarithms[place] = value(place).naturalLogarithm
      }
    }
    return logarithms.array().map { LogProbability(naturalLogarithm: $0) }
  }
}
