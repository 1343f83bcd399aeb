/// Which end of an edge a question is about.
public enum ArcDirection: Sendable, Hashable, CaseIterable {
  /// Edges that leave the node.
  case out
  /// Edges that enter the node.
  case into
  /// Both; a directed edge there and one back are two.
  case all
}

extension Topology {
  /// Returns the number of edge ends at a node; a loop has two, one outgoing and one incoming.
  ///
  /// In an undirected graph every end counts for each direction.
  ///
  /// - Complexity: O(1), O(degree) if the graph is undirected and has loops.
  public func degree(of node: NodeIndex, _ direction: ArcDirection = .all) -> Int {
    let outgoing = outRange(of: node).count
    guard isDirected else {
      return loopCount == 0
        ? outgoing : outgoing + outRange(of: node).count { outTargets[$0] == node.rawValue }
    }
    return switch direction {
    case .out: outgoing
    case .into: inRange(of: node).count
    case .all: outgoing + inRange(of: node).count
    }
  }

  /// Returns the nodes that a node's edges lead to, ascending; parallel edges repeat them.
  public func neighbors(of node: NodeIndex) -> some RandomAccessCollection<NodeIndex> {
    outTargets[outRange(of: node)].lazy.map { NodeIndex(rawValue: $0) }
  }

  /// Returns the nodes whose edges lead to a node, ascending; parallel edges repeat them.
  public func predecessors(of node: NodeIndex) -> some RandomAccessCollection<NodeIndex> {
    inSources[inRange(of: node)].lazy.map { NodeIndex(rawValue: $0) }
  }

  /// Returns the edges that leave a node, in the order of ``neighbors(of:)``.
  public func outgoingEdges(of node: NodeIndex) -> some RandomAccessCollection<EdgeIndex> {
    outEdges[outRange(of: node)].lazy.map { EdgeIndex(rawValue: $0) }
  }

  /// Returns the edges that enter a node, in the order of ``predecessors(of:)``.
  public func incomingEdges(of node: NodeIndex) -> some RandomAccessCollection<EdgeIndex> {
    inEdges[inRange(of: node)].lazy.map { EdgeIndex(rawValue: $0) }
  }

  /// Returns the two ends of an edge in the order in which they were given.
  public func endpoints(of edge: EdgeIndex) -> (source: NodeIndex, target: NodeIndex) {
    (
      NodeIndex(rawValue: edgeSources[edge.position]),
      NodeIndex(rawValue: edgeTargets[edge.position])
    )
  }

  /// Returns the first edge from one node to another, or `nil` if there is none.
  ///
  /// - Complexity: O(log degree).
  public func edge(from source: NodeIndex, to target: NodeIndex) -> EdgeIndex? {
    var range = outRange(of: source)
    let end = range.upperBound
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      range =
        outTargets[middle] < target.rawValue
        ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    let place = range.lowerBound
    guard place < end, outTargets[place] == target.rawValue else { return nil }
    return EdgeIndex(rawValue: outEdges[place])
  }

  /// Whether an edge leads from one node to another.
  public func hasEdge(from source: NodeIndex, to target: NodeIndex) -> Bool {
    edge(from: source, to: target) != nil
  }

  package func outRange(of node: NodeIndex) -> Range<Int> {
    Int(outOffsets[node.position])..<Int(outOffsets[node.position + 1])
  }

  package func inRange(of node: NodeIndex) -> Range<Int> {
    Int(inOffsets[node.position])..<Int(inOffsets[node.position + 1])
  }
}
