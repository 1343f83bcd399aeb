extension DependencySearch {
  /// Searches from many sources at once, then follows their shortest paths one source after the other.
  ///
  /// - Returns: Whether that was possible; otherwise nothing has changed.
  mutating func runInLanes(from sources: ArraySlice<Int32>, in block: PathBlock) -> Bool {
    guard !block.arcSteps.isEmpty, DistanceLanes.hold(block.largestStep) else { return false }
    let nodeCount = block.nodes.count
    return block.back.withRows { back in
      // The step of an arc takes the place of its edge in the rows.
      let isHeld = Rows.with(
        offsets: block.offsets, neighbors: block.targets, edges: block.arcSteps
      ) { lanes.search(from: sources, $0, back) }
      guard isHeld else { return false }
      for (lane, source) in sources.enumerated() {
        lanes.arrange(lane: lane, nodeCount: nodeCount, into: &order)
        sigma[source] = 1
        findArrivals(from: lanes.start(of: lane, nodeCount: nodeCount), back)
        accumulate(in: block, weight: block.sourceWeights[Int(source)], back)
      }
      return true
    }
  }

  /// Notes the last arcs of the shortest paths to each node, and counts the paths.
  private mutating func findArrivals(from start: Int, _ back: Rows) {
    var found = 0
    for place in 0..<order.tail {
      let node = order.entered(place)
      let position = start &+ Int(truncatingIfNeeded: node)
      let last = lanes.lastArc(position)
      if last >= 0 {
        let arc = back.start(Int(truncatingIfNeeded: node)) &+ last
        predecessorStarts[place] = found
        predecessors[found] = predecessor(arc, back)
        sigma[node] = sigma[back.neighbor(arc)]
        found &+= 1
        continue
      }
      let first = found
      let distance = lanes[position]
      for arc in back.arcs(node) {
        predecessors[found] = predecessor(arc, back)
        let step = Int16(truncatingIfNeeded: back.edge(arc))
        found &+= Int(oneIf: lanes[start &+ back.neighbor(arc)] &+ step == distance)
      }
      countPaths(node, at: place, first..<found, back)
    }
    predecessorStarts[order.tail] = found
  }
}
