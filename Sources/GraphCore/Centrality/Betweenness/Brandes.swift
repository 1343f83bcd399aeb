/// Brandes' algorithm as it is written: from each source one search, and one way back.
///
/// The reference of ``FastBrandes``, to be read first. Names are those of the paper: *sigma* is the number of shortest
/// paths from the source to a node, *delta* the dependency of the source on it.
///
/// ## References
/// U. Brandes, “A faster algorithm for betweenness centrality”, *J. Math. Sociology* 25(2), 2001, algorithm 1,
/// [doi:10.1080/0022250X.2001.9990249](https://doi.org/10.1080/0022250X.2001.9990249); for edges “On variants of
/// shortest-path betweenness centrality”, *Social Networks* 30(2), 2008, algorithm 7.
struct Brandes: DependencySums {
  let topology: Topology
  let costs: EdgeCosts?
  let sources: [NodeIndex]

  init(of topology: Topology, costs: EdgeCosts?, sources: [NodeIndex]?, parallelism: Parallelism) {
    self.topology = topology
    self.costs = costs
    self.sources = sources ?? Array(topology.nodes)
  }

  func onNodes() -> [Double] {
    var sums = [Double](repeating: 0, count: topology.nodeCount)
    for source in sources {
      accumulate(search(from: source)) { node, _, share in
        // What a source gets back is nobody's.
        if node != source.position { sums[node] += share }
      }
    }
    return sums
  }

  func onEdges() -> [Double] {
    var sums = [Double](repeating: 0, count: topology.edgeCount)
    for source in sources {
      accumulate(search(from: source)) { _, edge, share in sums[edge] += share }
    }
    return sums
  }

  /// The last step of a shortest path: the edge, and the node it comes from.
  private struct Step {
    var node: Int
    var edge: Int
  }

  /// All shortest paths from one source.
  private struct Search {
    /// The nodes that can be reached, nearest first.
    var order: [Int] = []
    var sigma: [Double]
    var predecessors: [[Step]]
  }

  /// Dijkstra's search, which keeps every predecessor on a shortest path.
  private func search(from source: NodeIndex) -> Search {
    var distance = [Double](repeating: .infinity, count: topology.nodeCount)
    var search = Search(
      sigma: [Double](repeating: 0, count: topology.nodeCount),
      predecessors: [[Step]](repeating: [], count: topology.nodeCount))
    var queue = CostHeap()
    distance[source.position] = 0
    search.sigma[source.position] = 1
    queue.push(0, source.position)
    while let entry = queue.pop() {
      let node = Int(entry.node)
      // Another entry was cheaper.
      guard entry.cost == distance[node] else { continue }
      search.order.append(node)
      for arc in topology.outRange(of: NodeIndex(node)) {
        let (next, edge) = (Int(topology.outTargets[arc]), Int(topology.outEdges[arc]))
        let length = distance[node] + (costs?.values[edge] ?? 1)
        if length < distance[next] {
          distance[next] = length
          search.sigma[next] = 0
          search.predecessors[next] = []
          queue.push(length, next)
        }
        if length == distance[next] {
          search.sigma[next] += search.sigma[node]
          search.predecessors[next].append(Step(node: node, edge: edge))
        }
      }
    }
    return search
  }

  /// Adds up delta, farthest nodes first, and tells for each step on a shortest path what the node it comes from gets.
  private func accumulate(
    _ search: Search, tell: (_ node: Int, _ edge: Int, _ share: Double) -> Void
  ) {
    var delta = [Double](repeating: 0, count: topology.nodeCount)
    for node in search.order.reversed() {
      for step in search.predecessors[node] {
        let share = search.sigma[step.node] / search.sigma[node] * (1 + delta[node])
        delta[step.node] += share
        tell(step.node, step.edge, share)
      }
    }
  }
}
