/// The arcs of a block by the node that they lead to.
struct BackRows {
  let offsets: [Int32]
  let sources: [Int32]
  /// The edge of the whole graph for each arc.
  let edges: [Int32]
  /// The length of each arc; empty if edges are counted.
  let arcCosts: [Double]
  /// The same in whole steps; empty if there is no common step.
  let arcSteps: [Int32]

  init(
    offsets: [Int32], sources: [Int32], edges: [Int32], arcCosts: [Double], arcSteps: [Int32]
  ) {
    self.offsets = offsets
    self.sources = sources
    self.edges = edges
    self.arcCosts = arcCosts
    self.arcSteps = arcSteps
  }

  init(
    offsets: [Int32], sources: [Int32], edges: [Int32], costs: EdgeCosts?, steps: CostSteps?
  ) {
    self.init(
      offsets: offsets, sources: sources, edges: edges,
      arcCosts: costs.map { costs in edges.map { costs.values[Int($0)] } } ?? [],
      arcSteps: steps.map { steps in edges.map { steps.steps[Int($0)] } } ?? [])
  }

  /// Calls `body` with the rows; the steps of arcs, where there are any, take the place of edges.
  func withRows<Result, Failure: Error>(
    _ body: (Rows) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try Rows.with(
      offsets: offsets, neighbors: sources, edges: arcSteps.isEmpty ? edges : arcSteps, body)
  }
}
