internal import EcosystemModel
internal import GraphCore

// Metrics in which ties to those who matter count more.
extension MetricCatalog {
  static let influence: [CentralityMetric] = [pageRank, eigenvector, katz, hubs, authorities]

  private static let pageRank = CentralityMetric(
    id: "pagerank", title: "PageRank",
    meaning: "The share of time that a walker along the links spends with one.",
    reading: "Linked to those who matter themselves.",
    convention:
      "Damping 0.85, sums to 1 over all nodes; directions are followed where the graph has them; stronger links are followed more often.",
    need: .ties, decimals: 6,
    values: { graph throws(AlgorithmError) in
      try graph.topology.pageRank(strengths: graph.strengths).value.values.map { $0 }
    },
    call: { graph in
      let weight = graph.strengths == nil ? "None" : "\"weight\""
      return "nx.pagerank(G, alpha=0.85, weight=\(weight), max_iter=10000, tol=1e-14)"
    },
    words: timesAverage)

  private static let eigenvector = CentralityMetric(
    id: "eigenvector", title: "eigenvector",
    meaning: "In proportion to the sum of the values of those one is linked to.",
    reading:
      "In the circle of the best connected; PageRank is better where the graph has several parts.",
    convention:
      "Euclidean length 1; of several parts the one with the largest eigenvalue has it all; values come from those who point here, and a directed graph without cycles has none; weights count where they are chosen.",
    need: .ties, decimals: 5,
    values: { graph throws(AlgorithmError) in
      try graph.topology.eigenvectorCentrality(strengths: graph.strengths).value.values.map { $0 }
    },
    call: { graph in
      "nx.eigenvector_centrality(G, max_iter=1000000, tol=1e-13\(graph.weightArgument))"
    },
    words: { _ in
      { value, _ in
        value < 1e-9
          ? "outside the best connected part"
          : "\(NumberText.percent(value * value)) of the squared weight of all"
      }
    })

  private static let katz = CentralityMetric(
    id: "katz", title: "Katz",
    meaning: "One plus the walks that arrive at one, longer ones counted less.",
    reading: "Many reach this one, directly or through others; works in graphs without cycles too.",
    convention:
      "Each step counts half of one over the largest degree in (the sum of weights in where they are chosen); not normalised, 1 if nobody points here.",
    need: .ties, decimals: 5,
    values: { graph throws(AlgorithmError) in
      try graph.topology.katz(strengths: graph.strengths, attenuation: graph.halfAttenuation())
        .value.values.map { $0 }
    },
    call: { graph in
      "nx.katz_centrality(G, alpha=\(graph.halfAttenuation()), normalized=False, max_iter=10000, tol=1e-13\(graph.weightArgument))"
    },
    words: { _ in
      { value, _ in
        value == 1
          ? "nobody points here"
          : "\(NumberText.short(value, limit: 2)) times the value of one nobody points to"
      }
    })

  private static let hubs = CentralityMetric(
    id: "hubs", title: "hub score",
    meaning: "High for those whose links lead to good authorities (HITS).",
    reading: "A source that much of what matters starts from.",
    convention:
      "Sums to 1 over all nodes; needs directed links; weights count where they are chosen.",
    need: .directions, decimals: 5,
    values: { graph throws(AlgorithmError) in
      try graph.topology.hubsAndAuthorities(strengths: graph.strengths).value.hubs.values.map { $0 }
    },
    call: { _ in "nx.hits(G, max_iter=10000, tol=1e-13)[0]" },
    words: timesAverage)

  private static let authorities = CentralityMetric(
    id: "authorities", title: "authority score",
    meaning: "High for those to whom links of good hubs lead (HITS).",
    reading: "A place where much of what matters ends up.",
    convention:
      "Sums to 1 over all nodes; needs directed links; weights count where they are chosen.",
    need: .directions, decimals: 5,
    values: { graph throws(AlgorithmError) in
      try graph.topology.hubsAndAuthorities(strengths: graph.strengths).value.authorities.values
        .map { $0 }
    },
    call: { _ in "nx.hits(G, max_iter=10000, tol=1e-13)[1]" },
    words: timesAverage)

  @Sendable private static func timesAverage(_ graph: CentralityGraph) -> MetricWords {
    let count = Double(graph.topology.nodeCount)
    return { value, _ in "\(NumberText.short(value * count, limit: 1)) times the average" }
  }
}

extension CentralityGraph {
  /// Half of the largest attenuation that Katz centrality converges with for certain.
  fileprivate func halfAttenuation() -> Double {
    let highest = topology.nodes.reduce(0.0) { highest, node in
      let arriving = topology.incomingEdges(of: node)
      guard let strengths else { return max(highest, Double(arriving.count)) }
      return max(highest, arriving.reduce(0) { $0 + strengths[$1] })
    }
    return highest > 0 ? 0.5 / highest : 0.5
  }
}
