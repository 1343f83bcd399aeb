/// The shortest paths from one node to all others.
public struct ShortestPaths: Sendable {
  /// Where all paths begin.
  public let source: NodeIndex
  /// The length of the shortest path to each node; infinite where there is no path.
  public let distances: NodeColumn<Double>
  /// The edge by which each node is reached, -1 for the source and for nodes not reached.
  let arrivals: [Int32]
  let topology: Topology
  let costs: EdgeCosts?

  /// Returns the length of the shortest path to a node, or `nil` if there is no path.
  public func distance(to target: NodeIndex) -> Double? {
    let distance = distances[target]
    return distance.isFinite ? distance : nil
  }

  /// Returns a shortest path to a node, or `nil` if there is none.
  ///
  /// Among equally short ones it is always the same.
  public func path(to target: NodeIndex) -> Path? {
    guard distances[target].isFinite else { return nil }
    var edges: [EdgeIndex] = []
    var node = target.position
    while arrivals[node] >= 0 {
      edges.append(EdgeIndex(rawValue: arrivals[node]))
      node = topology.otherEnd(of: Int(arrivals[node]), from: node)
    }
    return topology.path(from: source, along: edges.reversed(), costs: costs)
  }

  /// Returns all nodes that can be reached, nearest first, equally near ones in node order.
  public func reachedNodes() -> [NodeIndex] {
    let reached = distances.values.indices.filter { distances.values[$0].isFinite }
    return
      reached
      .sorted { (distances.values[$0], $0) < (distances.values[$1], $1) }
      .map { NodeIndex($0) }
  }
}
