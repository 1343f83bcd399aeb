internal import GraphCore

// Metrics that look at the neighbours of a node only.
extension MetricCatalog {
  static let contacts: [CentralityMetric] = [ties, strength, core, clustering]

  private static let ties = CentralityMetric(
    id: "ties", title: "ties", meaning: "The number of others one is tied to (degree).",
    reading: "Knows many; hard to keep informed, easy to overload.",
    convention:
      "Not normalised; rows between the same pair are one tie, ties in and out count one each. As networkx degree.",
    need: .ties, decimals: 0,
    values: { graph in graph.topology.degrees().values.map { Double($0) } },
    words: { value, graph in "\(Int(value)) \(value == 1 ? graph.noun.one : graph.noun.many)" })

  private static let strength = CentralityMetric(
    id: "strength", title: "strength", meaning: "The sum of the strengths of one's ties.",
    reading: "Much goes through this one's hands.",
    convention: "Not normalised; in and out together. As networkx degree(weight).",
    need: .strengths, decimals: 2,
    values: { graph in
      guard let strengths = graph.strengths else { return [] }
      return graph.topology.strength(strengths).values.map { $0 }
    },
    words: { value, graph in "\(NumberText.short(value)) \(graph.strengthUnit) in all" })

  private static let core = CentralityMetric(
    id: "core", title: "core",
    meaning: "The largest k so that one belongs to a part where everyone has k ties.",
    reading: "Sits in the dense heart of the graph, not at its rim.",
    convention: "Directions and strengths are ignored. As networkx core_number.",
    need: .ties, decimals: 0,
    values: { graph in graph.topology.coreNumbers().values.map { Double($0) } },
    words: { value, _ in "in a part where everyone has at least \(Int(value)) ties" })

  private static let clustering = CentralityMetric(
    id: "clustering", title: "clustering",
    meaning: "The share of pairs of one's contacts that are tied to each other.",
    reading: "Contacts know each other anyway; low values bring together those who do not.",
    convention:
      "0…1, undefined with fewer than two contacts, always 0 on two-mode graphs; directions and strengths are ignored. As networkx clustering.",
    need: .ties, decimals: 3,
    values: { graph throws(AlgorithmError) in
      let counts = try graph.undirected.triangleCounts()
      return zip(counts.clustering.values, counts.pairs.values).map { $1 > 0 ? $0 : nil }
    },
    words: { value, _ in "\(NumberText.percent(value, decimals: 0)) of pairs of contacts are tied" }
  )
}
