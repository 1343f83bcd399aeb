/// A search that adds the dependencies of sources to scores of its own.
protocol BlockSearch: ~Copyable {
  /// Readies the scores for a block.
  func prepare(for block: PathBlock)
  /// Adds the dependencies of some sources to the scores.
  mutating func run(from sources: ArraySlice<Int32>, in block: PathBlock, _ rows: Rows)
  /// Adds the scores to a column for the whole graph.
  func addScores(of block: PathBlock, to column: inout [Double])
}

extension PathBlocks {
  /// One search at a time, or several at once: a range of the sources of one block.
  private struct Batch {
    var block: Int
    var sources: Range<Int>
  }

  /// Cuts the sources of all blocks into batches, and these into parts of about equal work.
  private func parts(batchSize: Int) -> [[Batch]] {
    var batches: [Batch] = []
    var work = 0
    for (number, block) in blocks.enumerated() {
      for first in stride(from: 0, to: block.sourceOrder.count, by: batchSize) {
        let last = min(first + batchSize, block.sourceOrder.count)
        batches.append(Batch(block: number, sources: first..<last))
        work += block.size
      }
    }
    // Every part adds a column to the sum; that should be little beside its searches.
    let partCount = max(1, min(128, work / max(2048, nodeCount)))
    var parts: [[Batch]] = []
    var done = 0
    for batch in batches {
      // A part ends where the running sum of the work passes another share.
      let share = done * partCount / max(work, 1)
      if share >= parts.count { parts.append([]) }
      parts[parts.count - 1].append(batch)
      done += blocks[batch.block].size
    }
    return parts
  }

  /// The sum over all blocks and sources of what a search finds, before what needs no search.
  private func sums<Search: BlockSearch & ~Copyable>(
    count: Int, batchSize: Int, parallelism: Parallelism,
    search: (_ nodes: Int, _ arcs: Int) -> Search
  ) throws(AlgorithmError) -> [Double] {
    let sum = OrderedSum(count: count)
    let parts = parts(batchSize: batchSize)
    let nodes = blocks.reduce(0) { max($0, $1.nodes.count) }
    let arcs = blocks.reduce(0) { max($0, $1.targets.count) }
    try parallelism.run("Betweenness", parts: parts.count, memory: { search(nodes, arcs) }) {
      search, part in
      var column = sum.makeColumn()
      var rest = parts[part][...]
      while let number = rest.first?.block {
        let block = blocks[number]
        let batches = rest.prefix { $0.block == number }
        rest = rest.dropFirst(batches.count)
        search.prepare(for: block)
        block.withRows { rows in
          for batch in batches {
            search.run(from: block.sourceOrder[batch.sources], in: block, rows)
          }
        }
        search.addScores(of: block, to: &column)
      }
      sum.add(column, part: part)
    }
    let total = sum.total
    guard total.allSatisfy(\.isFinite) else {
      throw AlgorithmError(
        code: .tooLarge,
        message: "There are more shortest paths between two nodes than a number can hold.")
    }
    return total
  }

  private var largestStep: Int { blocks.reduce(0) { max($0, $1.largestStep) } }

  /// The betweenness of each node, summed over ordered pairs.
  func nodeDependencies(parallelism: Parallelism) throws(AlgorithmError) -> [Double] {
    let hasCosts = blocks.contains { !$0.arcCosts.isEmpty }
    var totals =
      hasCosts
      ? try sums(
        count: nodeCount, batchSize: largestStep > 0 ? DistanceLanes.laneCount : 1,
        parallelism: parallelism
      ) {
        DependencySearch(
          subject: .nodes, nodeCount: $0, arcCount: $1, largestStep: largestStep)
      }
      : try sums(
        count: nodeCount, batchSize: LockstepSearch.laneCount, parallelism: parallelism
      ) { LockstepSearch(nodeCount: $0, arcCount: $1) }
    for node in 0..<nodeCount { totals[node] += passages[node] }
    for block in blocks where !block.twinPassages.isEmpty {
      for (node, passage) in block.twinPassages.enumerated() {
        totals[Int(block.nodes[node])] += passage
      }
      for twin in block.twins { totals[Int(twin.node)] += block.twinPassages[Int(twin.into)] }
    }
    return totals
  }

  /// The betweenness of each edge, summed over ordered pairs.
  func edgeDependencies(
    of topology: Topology, parallelism: Parallelism
  ) throws(AlgorithmError) -> [Double] {
    let hasSteps = largestStep > 0
    var totals = try sums(
      count: topology.edgeCount, batchSize: hasSteps ? DistanceLanes.laneCount : 1,
      parallelism: parallelism
    ) {
      DependencySearch(subject: .edges, nodeCount: $0, arcCount: $1, largestStep: largestStep)
    }
    for (edge, pairs) in bridgePairs(in: topology) { totals[Int(edge)] += pairs }
    return totals
  }
}
