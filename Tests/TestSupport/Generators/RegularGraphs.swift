package import GraphCore

extension Topology {
  /// Returns nodes in a row, each connected to the next.
  package static func path(_ nodeCount: Int, direction: Direction = .undirected) -> Topology {
    Topology(
      nodeCount: nodeCount, direction: direction,
      pairs: (0..<max(0, nodeCount - 1)).lazy.map { ($0, $0 + 1) })
  }

  /// Returns nodes in a ring; fewer than three give a path.
  package static func cycle(_ nodeCount: Int, direction: Direction = .undirected) -> Topology {
    guard nodeCount > 2 else { return path(nodeCount, direction: direction) }
    return Topology(
      nodeCount: nodeCount, direction: direction,
      pairs: (0..<nodeCount).lazy.map { ($0, ($0 + 1) % nodeCount) })
  }

  /// Returns node 0 connected to all others.
  package static func star(_ nodeCount: Int) -> Topology {
    Topology(
      nodeCount: nodeCount, direction: .undirected,
      pairs: (1..<max(1, nodeCount)).lazy.map { (0, $0) })
  }

  /// Returns all nodes connected to all others; a directed one in both directions.
  package static func clique(_ nodeCount: Int, direction: Direction = .undirected) -> Topology {
    Topology(
      nodeCount: nodeCount, direction: direction,
      pairs: (0..<nodeCount).lazy.flatMap { first in
        (0..<nodeCount).lazy
          .filter { direction == .directed ? $0 != first : $0 > first }
          .map { (first, $0) }
      })
  }

  /// Returns a lattice of `rows` times `columns` nodes, row by row, each connected to its neighbours.
  package static func grid(rows: Int, columns: Int) -> Topology {
    Topology(
      nodeCount: rows * columns, direction: .undirected,
      pairs: (0..<rows * columns).lazy.flatMap { node in
        [(node, node + 1), (node, node + columns)].filter { _, other in
          other < rows * columns && (other == node + columns || other % columns != 0)
        }
      })
  }

  /// Returns a tree in which every node has `branching` children, filled level by level.
  ///
  /// - Precondition: `branching > 0`.
  package static func tree(_ nodeCount: Int, branching: Int = 2) -> Topology {
    precondition(branching > 0, "A tree needs branches.")
    return Topology(
      nodeCount: nodeCount, direction: .undirected,
      pairs: (1..<max(1, nodeCount)).lazy.map { (($0 - 1) / branching, $0) })
  }

  /// Returns two sides with every node of one connected to every node of the other.
  package static func completeBipartite(_ left: Int, _ right: Int) -> Topology {
    Topology(
      nodeCount: left + right, direction: .undirected,
      pairs: (0..<left).lazy.flatMap { node in (0..<right).lazy.map { (node, left + $0) } })
  }
}
