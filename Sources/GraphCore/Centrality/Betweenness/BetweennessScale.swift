/// In which unit betweenness is told.
public enum BetweennessScale: Sendable, Hashable {
  /// The number of pairs of other nodes whose shortest paths pass; each unordered pair counts once if the
  /// graph is undirected, each ordered pair if it is directed.
  case pairs
  /// The number of ordered pairs, in undirected graphs too: twice ``pairs``.
  case orderedPairs
  /// The share of all pairs that could pass, `0...1`. For nodes the pairs of other nodes, for edges all
  /// pairs.
  case shareOfPairs
}

extension BetweennessScale {
  /// What sums over ordered pairs are multiplied by; `endCount` nodes can be ends: all but one for
  /// nodes, all for edges.
  func factor(isDirected: Bool, endCount: Int) -> Double {
    switch self {
    case .pairs: isDirected ? 1 : 0.5
    case .orderedPairs: 1
    case .shareOfPairs: endCount < 2 ? 0 : 1 / (Double(endCount) * Double(endCount - 1))
    }
  }
}
