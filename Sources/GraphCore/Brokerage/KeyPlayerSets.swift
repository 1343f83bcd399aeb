extension Topology {
  /// Returns the set of nodes that does best as key players.
  ///
  /// The best set is not the set of the best nodes: two that reach the same people add little to each
  /// other. All sets are compared where there are few enough; beyond that, starting from the nodes of
  /// highest degree and from random sets, the best swap of a member is made while the score rises.
  /// ``KeyPlayers/method`` says which. Of equal sets the first in order is returned.
  ///
  /// - Parameters:
  ///   - count: The size of the set.
  ///   - goal: What it is chosen for.
  ///   - exactLimit: The largest number of sets that are all compared.
  ///   - starts: The number of starts of the greedy search.
  ///   - seed: Seed of the random starts.
  ///   - parallelism: The number of threads; the result does not depend on it.
  /// - Returns: The set with its score.
  /// - Throws: ``AlgorithmError`` with code `invalidParameter` if there are fewer nodes, or `cancelled`.
  /// - Precondition: `count >= 0` and `starts > 0`.
  /// - Complexity: Up to `exactLimit` scores, or `count`·*V* scores for each swap; see
  ///   ``keyPlayerScore(of:goal:)`` for one.
  ///
  /// ## References
  /// S. P. Borgatti, “Identifying sets of key players in a social network”, *CMOT* 12, 2006,
  /// [doi:10.1007/s10588-006-7084-x](https://doi.org/10.1007/s10588-006-7084-x).
  public func keyPlayers(
    _ count: Int, goal: KeyPlayerGoal, exactLimit: Int = 20_000, starts: Int = 4,
    seed: UInt64 = 0, parallelism: Parallelism = .automatic
  ) throws(AlgorithmError) -> KeyPlayers {
    precondition(count >= 0 && starts > 0, "A set needs a size and the search a start.")
    guard count <= nodeCount else {
      throw AlgorithmError(
        code: .invalidParameter,
        message: "\(count) key players were asked of \(nodeCount) nodes; ask for fewer.")
    }
    let contest = KeyPlayerContest(graph: self, goal: goal, parallelism: parallelism)
    let choices = Combinations.number(of: count, from: nodeCount)
    if choices <= exactLimit {
      let sets = Combinations.all(of: count, from: nodeCount)
      let scores = try contest.scores(of: sets.count) { sets[$0] }
      let best = scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
      return KeyPlayers(
        nodes: sets[best].map { NodeIndex($0) }, score: scores[best], goal: goal, method: .exact,
        comparedSets: sets.count)
    }
    var best: (members: [Int], score: Double) = ([], -1)
    var compared = 0
    for start in 0..<starts {
      let first = start == 0 ? highestDegrees(count) : randomSet(count, seed: seed, start: start)
      let found = try contest.climb(from: first)
      compared += found.compared
      if found.score > best.score { best = (found.members, found.score) }
    }
    return KeyPlayers(
      nodes: best.members.map { NodeIndex($0) }, score: best.score, goal: goal,
      method: .greedySwap, comparedSets: compared)
  }

  private func highestDegrees(_ count: Int) -> [Int] {
    NodeColumn(nodes.map { degree(of: $0) }).ranked(limit: count).map(\.position).sorted()
  }

  private func randomSet(_ count: Int, seed: UInt64, start: Int) -> [Int] {
    var generator = SeededGenerator(seed: seed, stream: UInt64(start))
    var members = Set<Int>()
    while members.count < count { members.insert(generator.below(nodeCount)) }
    return members.sorted()
  }
}

/// Scores many sets in parallel.
private struct KeyPlayerContest {
  let graph: Topology
  let goal: KeyPlayerGoal
  let parallelism: Parallelism

  func scores(of count: Int, _ set: (Int) -> [Int]) throws(AlgorithmError) -> [Double] {
    let scores = Scratch(repeating: 0.0, count: count)
    let partSize = 16
    try graph.withOutRows { rows throws(AlgorithmError) in
      try parallelism.run(
        "The search for key players", parts: (count + partSize - 1) / partSize,
        memory: { KeyPlayerSearch(nodeCount: graph.nodeCount, direction: graph.direction) }
      ) { search, part in
        for place in part * partSize..<min((part + 1) * partSize, count) {
          scores[place] = search.score(of: set(place), goal: goal, in: rows)
        }
      }
    }
    return scores.array()
  }

  /// Makes the best swap until none raises the score.
  func climb(
    from start: [Int]
  ) throws(AlgorithmError) -> (members: [Int], score: Double, compared: Int) {
    var members = start
    var score = try scores(of: 1) { _ in members }[0]
    var compared = 1
    while true {
      let isMember = Set(members)
      let others = (0..<graph.nodeCount).filter { !isMember.contains($0) }
      let swaps = try scores(of: members.count * others.count) { swap in
        swapped(members, others: others, swap: swap)
      }
      compared += swaps.count
      let best = swaps.indices.reduce(0) { swaps[$1] > swaps[$0] ? $1 : $0 }
      // A rise below rounding errors could swap in circles.
      guard !swaps.isEmpty, swaps[best] > score + 1e-12 else { return (members, score, compared) }
      members = swapped(members, others: others, swap: best)
      score = swaps[best]
    }
  }

  private func swapped(_ members: [Int], others: [Int], swap: Int) -> [Int] {
    var result = members
    result[swap / others.count] = others[swap % others.count]
    return result.sorted()
  }
}

/// Sets of a fixed size.
enum Combinations {
  /// The number of sets, or `Int.max` if it is larger.
  static func number(of size: Int, from count: Int) -> Int {
    var result = 1
    for step in 0..<min(size, count - size) {
      let (product, isTooLarge) = result.multipliedReportingOverflow(by: count - step)
      if isTooLarge { return .max }
      result = product / (step + 1)
    }
    return result
  }

  /// All sets in order.
  static func all(of size: Int, from count: Int) -> [[Int]] {
    var sets: [[Int]] = []
    var set = Array(0..<size)
    while true {
      sets.append(set)
      guard let place = set.indices.last(where: { set[$0] < count - size + $0 }) else {
        return sets
      }
      set[place] += 1
      for later in (place + 1)..<max(size, place + 1) { set[later] = set[later - 1] + 1 }
    }
  }
}
