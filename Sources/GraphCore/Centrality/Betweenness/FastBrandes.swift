/// Brandes' algorithm with everything that makes it fast; ``Brandes`` says what it computes.
///
/// Edges longer than another way are left out, undirected graphs are cut at articulation points, nodes with equal
/// neighbours are searched from once, and searches go on for several sources at a time, one in each lane of a register.
///
/// ## References
/// A. E. Sarıyüce, E. Saule, K. Kaya, Ü. V. Çatalyürek, “Shattering and compressing networks for betweenness
/// centrality”, *SDM* 2013, [doi:10.1137/1.9781611972832.76](https://doi.org/10.1137/1.9781611972832.76).
struct FastBrandes: DependencySums {
  let topology: Topology
  let costs: EdgeCosts?
  let sources: [NodeIndex]?
  let parallelism: Parallelism

  init(of topology: Topology, costs: EdgeCosts?, sources: [NodeIndex]?, parallelism: Parallelism) {
    self.topology = topology
    self.costs = costs
    self.sources = sources
    self.parallelism = parallelism
  }

  func onNodes() throws(AlgorithmError) -> [Double] {
    let short = try shortEdges()
    let blocks = PathBlocks(
      of: short?.topology ?? topology, costs: short?.costs ?? costs, sources: sources,
      mergesTwins: costs == nil)
    return try blocks.nodeDependencies(parallelism: parallelism)
  }

  func onEdges() throws(AlgorithmError) -> [Double] {
    let short = try shortEdges()
    let searched = short?.topology ?? topology
    let blocks = PathBlocks(
      of: searched, costs: short?.costs ?? costs, sources: sources, mergesTwins: false)
    let sums = try blocks.edgeDependencies(of: searched, parallelism: parallelism)
    guard let short else { return sums }
    var all = [Double](repeating: 0, count: topology.edgeCount)
    for (sum, edge) in zip(sums, short.edges) { all[Int(edge)] = sum }
    return all
  }

  private func shortEdges() throws(AlgorithmError) -> ShortEdges? {
    try ShortEdges(of: topology, costs: costs, sources: sources, parallelism: parallelism)
  }
}
