internal import GraphCore

// Metrics of shortest paths.
extension MetricCatalog {
  static let distances: [CentralityMetric] = [betweenness, harmonic, closeness]

  private static let betweenness = CentralityMetric(
    id: "betweenness", title: "betweenness",
    meaning: "The share of shortest paths between others that pass through one.",
    reading: "Others reach each other through this one: a broker, or a bottleneck.",
    convention:
      "Share of all pairs of other nodes, 0…1; directions are followed; lengths are the costs, or 1/strength where strengths are chosen. As networkx betweenness_centrality (normalized).",
    need: .ties, decimals: 6,
    values: { graph throws(AlgorithmError) in
      try graph.topology.betweenness(costs: graph.costs, scale: .shareOfPairs).values.map { $0 }
    },
    words: { value, _ in
      value == 0
        ? "on no shortest path between others"
        : value < 0.0005
          ? "on under 0.1 % of the shortest paths between others"
          : "on \(NumberText.percent(value)) of the shortest paths between others"
    })

  private static let harmonic = CentralityMetric(
    id: "harmonic", title: "harmonic closeness",
    meaning: "The sum of 1/distance to all others: near ones count much, unreachable ones nothing.",
    reading: "Hears everything early and reaches everyone fast.",
    convention:
      "Not normalised, so that it compares parts of a disconnected graph; distances towards the node where ties are directed; lengths as for betweenness. As networkx harmonic_centrality.",
    need: .ties, decimals: 3,
    values: { graph throws(AlgorithmError) in
      try graph.topology.harmonicCloseness(costs: graph.costs).values.map { $0 }
    },
    words: { value, graph in
      graph.costs == nil
        ? "as close to the rest as with \(NumberText.short(value, limit: 1)) direct ties"
        : "sum of 1/distance \(NumberText.short(value, limit: 3))"
    })

  private static let closeness = CentralityMetric(
    id: "closeness", title: "closeness",
    meaning:
      "One over the mean distance to those that can be reached, times the share that can be.",
    reading: "Few steps from everyone; prefer harmonic closeness on a disconnected graph.",
    convention:
      "Wasserman and Faust's form; distances towards the node where ties are directed; lengths as for betweenness. As networkx closeness_centrality (wf_improved).",
    need: .ties, decimals: 4,
    values: { graph throws(AlgorithmError) in
      try graph.topology.closeness(costs: graph.costs).values.map { $0 }
    },
    words: { value, _ in
      value > 0
        ? "about \(NumberText.short(1 / value, limit: 1)) steps from everyone" : "reached by nobody"
    })
}
