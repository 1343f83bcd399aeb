/// A graph: which nodes are connected by which edges, and nothing else.
///
/// Immutable, in compressed rows in both directions. Loops and parallel edges are allowed and kept:
///
/// - An **undirected** edge is in the rows of both ends under one ``EdgeIndex``; a loop is in its row
///   once, and ``degree(of:_:)`` counts it twice, as graph theory does.
/// - A **directed** edge is in the outgoing row of its source and the incoming row of its target.
/// - Rows are in ascending order of the neighbour, parallel edges in edge order.
///
/// Edge indices count the edges in the order in which they were given, so that a column of values read
/// from the same list fits without reordering.
public struct Topology: Sendable {
  /// Whether edges lead from a source to a target or both ways.
  public enum Direction: Sendable, Hashable {
    /// From the first node of an edge to the second.
    case directed
    /// Both ways.
    case undirected
  }

  /// The number of nodes.
  public let nodeCount: Int
  /// Whether edges have a direction.
  public let direction: Direction
  /// The number of edges from a node to itself.
  public let loopCount: Int

  /// Where the outgoing row of each node begins; `nodeCount + 1` values.
  package let outOffsets: [Int32]
  package let outTargets: [Int32]
  package let outEdges: [Int32]
  /// The incoming rows; the same arrays as the outgoing ones if the graph is undirected.
  package let inOffsets: [Int32]
  package let inSources: [Int32]
  package let inEdges: [Int32]
  /// The ends of each edge as given.
  package let edgeSources: [Int32]
  package let edgeTargets: [Int32]

  /// Makes a graph from the ends of its edges.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes; those without edges are kept.
  ///   - direction: Whether edges have a direction.
  ///   - sources: The first node of each edge.
  ///   - targets: The second node of each edge.
  ///   - parallelism: How many threads sort the edges into rows; the result does not depend on it.
  /// - Precondition: `sources` and `targets` have equal counts below 2³⁰ and all values are in
  ///   `0..<nodeCount`, which is at most 2³¹ − 2.
  /// - Complexity: O(*V* + *E*) time; beside the result 2 bytes for each arc.
  public init(
    nodeCount: Int, direction: Direction, sources: [Int32], targets: [Int32],
    parallelism: Parallelism = .sequential
  ) {
    precondition(
      nodeCount >= 0 && nodeCount < Int(Int32.max), "The node count must be in 0...2147483646.")
    precondition(sources.count == targets.count, "Every edge needs a source and a target.")
    precondition(sources.count < 1 << 30, "A graph holds fewer than 2^30 edges.")
    for ends in [sources, targets] {
      var highest: UInt32 = 0
      for end in ends { highest = max(highest, UInt32(bitPattern: end)) }
      precondition(
        ends.isEmpty || Int(highest) < nodeCount, "An edge names a node outside 0..<nodeCount.")
    }
    var loops = 0
    for edge in sources.indices { loops += sources[edge] == targets[edge] ? 1 : 0 }

    self.nodeCount = nodeCount
    self.direction = direction
    loopCount = loops
    edgeSources = sources
    edgeTargets = targets
    let builder = RowBuilder(
      nodeCount: nodeCount, sources: sources, targets: targets, parallelism: parallelism)
    let rows =
      direction == .directed ? builder.directed() : builder.undirected(loopCount: loops)
    (outOffsets, outTargets, outEdges) = (rows.out.offsets, rows.out.neighbors, rows.out.edges)
    (inOffsets, inSources, inEdges) = (rows.into.offsets, rows.into.neighbors, rows.into.edges)
  }

  /// Makes a graph from pairs of nodes, one for each edge.
  ///
  /// - Precondition: The nodes are in `0..<nodeCount`.
  public init(
    nodeCount: Int, direction: Direction, edges: some Sequence<(NodeIndex, NodeIndex)>
  ) {
    var sources: [Int32] = []
    var targets: [Int32] = []
    sources.reserveCapacity(edges.underestimatedCount)
    targets.reserveCapacity(edges.underestimatedCount)
    for (source, target) in edges {
      sources.append(source.rawValue)
      targets.append(target.rawValue)
    }
    self.init(nodeCount: nodeCount, direction: direction, sources: sources, targets: targets)
  }

  /// Makes a graph from pairs of node positions, one for each edge.
  ///
  /// - Precondition: The positions are in `0..<nodeCount`.
  public init(nodeCount: Int, direction: Direction, pairs: some Sequence<(Int, Int)>) {
    self.init(
      nodeCount: nodeCount, direction: direction,
      edges: pairs.lazy.map { (NodeIndex($0.0), NodeIndex($0.1)) })
  }

  /// The number of edges; loops and parallel edges count one each.
  public var edgeCount: Int { edgeSources.count }

  /// Whether edges have a direction.
  public var isDirected: Bool { direction == .directed }

  /// All nodes in order.
  public var nodes: some RandomAccessCollection<NodeIndex> & Sendable {
    (0..<nodeCount).lazy.map { NodeIndex($0) }
  }

  /// All edges in order.
  public var edges: some RandomAccessCollection<EdgeIndex> & Sendable {
    (0..<edgeCount).lazy.map { EdgeIndex($0) }
  }
}

extension Topology: Hashable {
  /// Whether two graphs have the same nodes and the same edges in the same order.
  public static func == (left: Topology, right: Topology) -> Bool {
    left.nodeCount == right.nodeCount && left.direction == right.direction
      && left.edgeSources == right.edgeSources && left.edgeTargets == right.edgeTargets
  }

  /// Hashes the nodes and edges.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(nodeCount)
    hasher.combine(direction)
    hasher.combine(edgeSources)
    hasher.combine(edgeTargets)
  }
}
