internal import EcosystemModel
internal import GraphCore

// Metrics of shortest paths.
extension MetricCatalog {
  static let distances: [CentralityMetric] = [betweenness, harmonic, closeness]

  private static let betweenness = CentralityMetric(
    id: "betweenness", title: "betweenness",
    meaning: "The share of shortest paths between others that pass through one.",
    reading: "Others reach each other through this one: a broker, or a bottleneck.",
    convention:
      "Divided by all pairs of other nodes, 0…1, whether a path joins them or not; directions are followed where the graph has them; lengths are 1/weight or hours where these are chosen. The reading divides by the pairs that a path joins.",
    need: .ties, decimals: 6,
    values: { graph throws(AlgorithmError) in
      try graph.topology.betweenness(
        costs: graph.costs, scale: .shareOfPairs, parallelism: .told("counting shortest paths")
      ).values.map { $0 }
    },
    call: { graph in
      graph.costs == nil
        ? "nx.betweenness_centrality(G)" : #"nx.betweenness_centrality(G, weight="distance")"#
    },
    words: { graph throws(AlgorithmError) in
      let reach = try graph.reach()
      let others = Double(graph.topology.nodeCount - 1)
      return { value, node in
        let joined = reach.pairCount(without: node)
        guard value > 0, joined > 0 else { return "on no shortest path between others" }
        let share = min(1, value * others * (others - 1) / Double(joined))
        return share < 0.0005
          ? "on under 0.1 % of the shortest paths between others"
          : "on \(NumberText.percent(share)) of the shortest paths between others"
      }
    })

  private static let harmonic = CentralityMetric(
    id: "harmonic", title: "harmonic closeness",
    meaning: "The sum of 1/distance to all others: near ones count much, unreachable ones nothing.",
    reading: "Hears everything early and reaches everyone fast.",
    convention:
      "Not normalised, so that it compares parts of a disconnected graph; distances towards the node where links are directed; lengths as for betweenness.",
    need: .ties, decimals: 3,
    values: { graph throws(AlgorithmError) in
      try graph.topology.harmonicCloseness(
        costs: graph.costs, parallelism: .told("measuring distances")
      ).values.map { $0 }
    },
    call: { graph in
      graph.costs == nil
        ? "nx.harmonic_centrality(G)" : #"nx.harmonic_centrality(G, distance="distance")"#
    },
    words: { graph in
      { value, _ in
        guard value > 0 else {
          return graph.topology.isDirected ? "reached by nobody" : "reaches nobody"
        }
        if let unit = graph.lengthUnit {
          return "sum of 1/distance \(NumberText.short(value, limit: 3)), distances in \(unit)"
        }
        let links = Phrase.count(NumberText.short(value, limit: 1), "direct link")
        return "as close to the rest as with \(links)"
      }
    })

  private static let closeness = CentralityMetric(
    id: "closeness", title: "closeness",
    meaning:
      "One over the mean distance to those that can be reached, times the share that can be.",
    reading: "Few steps from everyone; prefer harmonic closeness on a disconnected graph.",
    convention:
      "Wasserman and Faust's form; distances towards the node where links are directed; lengths as for betweenness.",
    need: .ties, decimals: 4,
    values: { graph throws(AlgorithmError) in
      try graph.topology.closeness(
        costs: graph.costs, parallelism: .told("measuring distances")
      ).values.map { $0 }
    },
    call: { graph in
      graph.costs == nil
        ? "nx.closeness_centrality(G)" : #"nx.closeness_centrality(G, distance="distance")"#
    },
    words: { graph throws(AlgorithmError) in
      let reach = try graph.reach()
      let others = graph.topology.nodeCount - 1
      let verb = graph.topology.isDirected ? "reached by" : "reaches"
      return { value, node in
        guard value > 0 else { return "\(verb) nobody" }
        // The value is reached² ÷ (others · sum of the distances).
        let reached = Double(reach.inward[node])
        let mean = reached / (value * Double(others))
        return "\(verb) \(reach.inward[node]) of \(others), \(graph.meanText(mean))"
      }
    })
}
