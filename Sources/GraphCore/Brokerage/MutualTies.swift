/// The ties of each node, directions and parallel edges added up, without loops.
///
/// What Burt's measures are defined on: *z*ᵢⱼ = *a*ᵢⱼ + *a*ⱼᵢ. A simple undirected graph without strengths is
/// used as it is.
struct MutualTies {
  let topology: Topology
  /// *z* for each edge; `nil` if all are 1.
  let strengths: [Double]?

  init(of topology: Topology, strengths: EdgeStrengths?) {
    precondition(
      strengths.map { $0.values.count == topology.edgeCount } ?? true,
      "Every edge needs a strength.")
    if strengths == nil, !topology.isDirected, topology.isSimple {
      self.topology = topology
      self.strengths = nil
    } else {
      let merged = topology.undirected().simplified(strengths: strengths, loops: .drop)
      self.topology = merged.topology
      self.strengths = merged.strengths.values
    }
  }
}
