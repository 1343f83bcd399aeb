/// What the loss of one node cuts apart.
public struct Separation: Sendable, Hashable {
  /// The articulation point.
  public let node: NodeIndex
  /// Into how many pieces its component falls without it.
  public let pieceCount: Int
  /// The nodes outside the largest piece, ascending; of equal pieces, the one that holds the lowest neighbour stays.
  public let cutOff: [NodeIndex]
}

extension Topology {
  /// Returns for each articulation point what its loss cuts off from the largest piece that is left, ascending.
  ///
  /// Directions are ignored. One depth-first walk tells all: what hangs below a node is a range of the walk's order, and so
  /// are the pieces.
  ///
  /// - Returns: One separation for each of ``articulationPoints()``.
  /// - Complexity: O(*V* + *E*·log *V*) and the length of what is returned, sorted.
  public func separations() -> [Separation] {
    let undirected = undirected()
    let walk = WalkOrder(of: undirected)
    return undirected.nodes.compactMap { walk.separation(at: $0, in: undirected) }
  }
}

/// A depth-first walk in whose order every subtree and every component is a range.
private struct WalkOrder: ~Copyable {
  private let points: LowPoints
  /// The number of nodes in the subtree of each place of the walk.
  private let sizes: Scratch<Int32>
  /// The place at which the tree of each place begins.
  private let roots: Scratch<Int32>
  /// The places of the children that each place cuts off, ascending, one row after the other.
  private let childStarts: [Int32]
  private let children: [Int32]

  init(of topology: Topology) {
    let points = LowPoints(of: topology)
    let count = topology.nodeCount
    let sizes = Scratch<Int32>(repeating: 1, count: count)
    let roots = Scratch<Int32>(numbersBelow: count)
    var starts = [Int32](repeating: 0, count: count + 1)
    for place in 0..<count {
      let parent = points.parents[points.preorder[place]]
      if parent >= 0 { roots[place] = roots[points.visit[parent]] }
      if let cutter = points.cutter(ofSubtreeAt: place) { starts[cutter + 1] += 1 }
    }
    for place in (0..<count).reversed() {
      let parent = points.parents[points.preorder[place]]
      if parent >= 0 { sizes[points.visit[parent]] += sizes[place] }
    }
    for place in 0..<count { starts[place + 1] += starts[place] }
    var next = starts
    var children = [Int32](repeating: 0, count: Int(starts[count]))
    for place in 0..<count {
      guard let cutter = points.cutter(ofSubtreeAt: place) else { continue }
      children[Int(next[cutter])] = Int32(place)
      next[cutter] += 1
    }
    childStarts = starts
    self.children = children
    self.points = points
    self.sizes = sizes
    self.roots = roots
  }

  /// What the loss of a node separates, or `nil` if it separates nothing.
  func separation(at node: NodeIndex, in topology: Topology) -> Separation? {
    let place = Int(points.visit[node.position])
    let below = children[Int(childStarts[place])..<Int(childStarts[place + 1])]
    let isRoot = Int(roots[place]) == place
    guard below.count > (isRoot ? 1 : 0) else { return nil }
    let belowSizes = below.map { Int(sizes[$0]) }
    let rest = Int(sizes[roots[place]]) - 1 - belowSizes.reduce(0, +)
    let largest = max(rest, belowSizes.max() ?? 0)
    let kept: Int?
    if belowSizes.count(where: { $0 == largest }) + (rest == largest ? 1 : 0) > 1 {
      kept = firstPiece(beside: node, of: largest, sizes: belowSizes, rest: rest, in: topology)
    } else {
      kept = belowSizes.firstIndex(of: largest)
    }
    var cutOff: [NodeIndex] = []
    for range in ranges(outside: kept, of: below, around: place) {
      for other in range { cutOff.append(NodeIndex(rawValue: points.preorder[other])) }
    }
    return Separation(
      node: node, pieceCount: below.count + (isRoot ? 0 : 1),
      cutOff: cutOff.sorted())
  }

  /// Of several largest pieces, the one that holds the lowest neighbour: a subtree, or `nil` for what no subtree holds.
  private func firstPiece(
    beside node: NodeIndex, of largest: Int, sizes: [Int], rest: Int, in topology: Topology
  ) -> Int? {
    let place = Int(points.visit[node.position])
    let below = children[Int(childStarts[place])..<Int(childStarts[place + 1])]
    for neighbor in topology.neighbors(of: node) where neighbor != node {
      let piece = piece(of: neighbor, among: below)
      if piece.map({ sizes[$0] }) ?? rest == largest { return piece }
    }
    return nil
  }

  /// Which of the subtrees that begin at some places holds a node; `nil` if none does.
  private func piece(of node: NodeIndex, among starts: ArraySlice<Int32>) -> Int? {
    let place = points.visit[node.position]
    var (low, high) = (starts.startIndex, starts.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle + 1 } else { high = middle }
    }
    guard low > starts.startIndex, place < starts[low - 1] + sizes[starts[low - 1]] else {
      return nil
    }
    return low - 1 - starts.startIndex
  }

  /// The places of all pieces but one: that of a subtree, or, for `nil`, whatever no subtree holds.
  private func ranges(
    outside kept: Int?, of starts: ArraySlice<Int32>, around place: Int
  ) -> [Range<Int32>] {
    func range(_ start: Int32) -> Range<Int32> { start..<start + sizes[start] }
    guard let kept else { return starts.map { range($0) } }
    let all = range(roots[place])
    let own = range(starts[starts.startIndex + kept])
    let node = Int32(place)
    return [all.lowerBound..<node, node + 1..<own.lowerBound, own.upperBound..<all.upperBound]
  }
}

extension LowPoints {
  /// The place of the node whose loss cuts off the subtree that begins at a place; `nil` if the subtree has another way out.
  fileprivate func cutter(ofSubtreeAt place: Int) -> Int? {
    let node = preorder[place]
    guard parents[node] >= 0 else { return nil }
    let above = visit[parents[node]]
    return low[node] >= above ? Int(above) : nil
  }
}
