/// One of the two forms in which Brandes' algorithm is here: ``Brandes`` as it is written, and ``FastBrandes`` with the
/// same results.
///
/// The *dependency* of a source on a node is the sum over all targets of the share of shortest paths that pass through it.
protocol DependencySums {
  /// Takes a graph, the length of each edge (`nil` counts edges), and where paths begin (`nil` stands for all nodes).
  init(
    of topology: Topology, costs: EdgeCosts?, sources: [NodeIndex]?, parallelism: Parallelism)

  /// The sum of the dependencies of all sources on each node; ends of a path do not count.
  func onNodes() throws(AlgorithmError) -> [Double]
  /// The sum of the dependencies of all sources on each edge; ends of a path count.
  func onEdges() throws(AlgorithmError) -> [Double]
}
