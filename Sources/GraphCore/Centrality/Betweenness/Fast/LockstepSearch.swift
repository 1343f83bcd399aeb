/// Brandes' two passes from eight sources at a time.
///
/// All searches advance level by level together: an arc is looked at once for all sources that have
/// reached its node at the same level, and the eight numbers of a node fill one cache line. An *entry* is
/// a node with the sources (lanes) that reach it at one level. The arcs on shortest paths are listed on the
/// way out, so that the way back touches nothing else.
struct LockstepSearch: BlockSearch, ~Copyable {
  typealias Lanes = SIMD8<Double>
  static let laneCount = 8

  /// The number of shortest paths arriving, later the dependency going back; zero outside its level.
  private let gathered: Scratch<Lanes>
  /// The lanes that have reached a node, and those that reach it at the level being built.
  private let visited: Scratch<UInt8>
  private let arriving: Scratch<UInt8>
  private let entryNodes: Scratch<Int32>
  private let entryLanes: Scratch<UInt8>
  private let entryValues: Scratch<Lanes>
  /// The next nodes on shortest paths, entry by entry.
  private let steps: Scratch<Int32>
  private let stepStarts: Scratch<Int>
  private var levelStarts: [Int] = []
  /// The result for the nodes of the block.
  private let scores: Scratch<Double>
  private let multiplicities: Scratch<Double>
  private let targetWeights: Scratch<Double>
  /// For each set of lanes, 1 in these and 0 in the others.
  private let masks: Scratch<Lanes>

  init(nodeCount: Int, arcCount: Int) {
    gathered = Scratch(repeating: .zero, count: nodeCount)
    visited = Scratch(repeating: 0, count: nodeCount)
    arriving = Scratch(repeating: 0, count: nodeCount)
    // A node has at most one entry for each lane. One place more takes what is written ahead.
    entryNodes = Scratch(uninitialized: nodeCount * Self.laneCount + 1)
    entryLanes = Scratch(uninitialized: nodeCount * Self.laneCount + 1)
    entryValues = Scratch(uninitialized: nodeCount * Self.laneCount + 1)
    steps = Scratch(uninitialized: arcCount * Self.laneCount + 1)
    stepStarts = Scratch(uninitialized: nodeCount * Self.laneCount + 2)
    scores = Scratch(repeating: 0, count: nodeCount)
    multiplicities = Scratch(repeating: 1, count: nodeCount)
    targetWeights = Scratch(repeating: 1, count: nodeCount)
    masks = Scratch(repeating: .zero, count: 256)
    for set in 0..<256 {
      for lane in 0..<Self.laneCount where set >> lane & 1 == 1 { masks[set][lane] = 1 }
    }
  }

  func prepare(for block: PathBlock) {
    for node in block.nodes.indices {
      scores[node] = 0
      multiplicities[node] = block.multiplicities.isEmpty ? 1 : block.multiplicities[node]
      targetWeights[node] = block.targetWeights[node]
    }
  }

  func addScores(of block: PathBlock, to column: inout [Double]) {
    for (node, original) in block.nodes.enumerated() { column[Int(original)] += scores[node] }
    for twin in block.twins { column[Int(twin.node)] += scores[twin.into] }
  }

  /// Adds the dependencies of up to eight sources to the scores.
  mutating func run(from sources: ArraySlice<Int32>, in block: PathBlock, _ rows: Rows) {
    var weights = Lanes.zero
    levelStarts.removeAll(keepingCapacity: true)
    levelStarts.append(0)
    for (lane, source) in sources.enumerated() {
      weights[lane] = block.sourceWeights[Int(source)]
      visited[source] = 1 << UInt8(lane)
      entryNodes[lane] = source
      entryLanes[lane] = 1 << UInt8(lane)
      entryValues[lane] = masks[1 << lane]
    }
    levelStarts.append(sources.count)
    search(rows)
    accumulate(weights: weights)
  }

  private mutating func search(_ rows: Rows) {
    var stepCount = 0
    var (level, end) = (0, levelStarts[1])
    while level < end {
      var next = end
      let isSource = level == 0
      for entry in level..<end {
        let node = entryNodes[entry]
        let lanes = entryLanes[entry]
        let first = stepCount
        stepStarts[entry] = first
        // No branch depends on what an arc leads to: the list is written first and grows if it should.
        for arc in rows.arcs(node) {
          let neighbor = rows.neighbor(arc)
          steps[stepCount] = Int32(truncatingIfNeeded: neighbor)
          stepCount &+= Int(oneIf: lanes & ~visited[neighbor] != 0)
        }
        // A source is one node even where it stands for several.
        let sigma = isSource ? entryValues[entry] : entryValues[entry] * multiplicities[node]
        for step in first..<stepCount {
          let neighbor = steps[step]
          gathered[neighbor] += sigma
          let known = arriving[neighbor]
          entryNodes[next] = neighbor
          next &+= Int(oneIf: known == 0)
          arriving[neighbor] = known | lanes & ~visited[neighbor]
        }
      }
      for entry in end..<next {
        let node = entryNodes[entry]
        let lanes = arriving[node]
        arriving[node] = 0
        visited[node] |= lanes
        entryLanes[entry] = lanes
        entryValues[entry] = gathered[node] * masks[Int(lanes)]
        gathered[node] = .zero
      }
      (level, end) = (end, next)
      levelStarts.append(end)
    }
    stepStarts[end] = stepCount
  }

  private func accumulate(weights: Lanes) {
    // The last level started is empty.
    let levels = levelStarts.count - 2
    for level in (0..<levels).reversed() {
      let entries = levelStarts[level]..<levelStarts[level + 1]
      if level > 0 {
        for entry in entries {
          let node = entryNodes[entry]
          var sum = Lanes.zero
          for step in stepStarts[entry]..<stepStarts[entry + 1] { sum += gathered[steps[step]] }
          let mask = masks[Int(entryLanes[entry])]
          let sigma = entryValues[entry]
          // Outside its lanes an entry has no paths, so that the dependency there is zero.
          let dependency = sigma * sum
          scores[node] += (dependency * weights).sum()
          entryValues[entry] =
            (mask * targetWeights[node] + dependency * multiplicities[node])
            / (sigma + (1 - mask))
        }
      }
      for entry in levelStarts[level + 1]..<levelStarts[level + 2] {
        gathered[entryNodes[entry]] = .zero
      }
      for entry in entries {
        let node = entryNodes[entry]
        visited[node] = 0
        if level > 0 { gathered[node] = entryValues[entry] }
      }
    }
  }
}
