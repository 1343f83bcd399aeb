internal import EcosystemModel
internal import GraphCore

// Metrics of the place that a node has in the whole.
extension MetricCatalog {
  static let positions: [CentralityMetric] = [splits]

  private static let splits = CentralityMetric(
    id: "splits", title: "splits",
    meaning: "How many further parts the graph falls into if one leaves (articulation point).",
    reading: "Irreplaceable: without this one, groups lose all contact.",
    convention:
      "Blocks (biconnected components) at the node minus one; directions and weights are ignored. Above 0 exactly for nx.articulation_points.",
    need: .ties, decimals: 0,
    values: { graph in graph.splitCounts().map { Double($0) } },
    call: { _ in
      "{v: max(0, sum(v in b for b in nx.biconnected_components(nx.Graph(G))) - 1) for v in G}"
    },
    words: { _ in
      { value, _ in
        value == 0
          ? "nobody loses contact without this one"
          : "without this one the graph falls into \(Phrase.count(Int(value), "more part"))"
      }
    })
}

extension CentralityGraph {
  /// How many parts each node holds together beyond the first.
  func splitCounts() -> [Int] {
    var blockCounts = [Int](repeating: 0, count: topology.nodeCount)
    for block in topology.biconnectedComponents().members {
      for node in block { blockCounts[node.position] += 1 }
    }
    return blockCounts.map { max(0, $0 - 1) }
  }
}
