internal import EcosystemModel
internal import GraphCore

// Metrics that look at the neighbours of a node only.
extension MetricCatalog {
  static let contacts: [CentralityMetric] = [
    links, inDegree, outDegree, strength, core, clustering,
  ]

  private static let links = CentralityMetric(
    id: "links", aliases: ["ties", "neighbours"], title: "neighbours",
    meaning: "The number of others one is linked to (degree).",
    reading: "Knows many; hard to keep informed, easy to overload.",
    convention: "Not normalised; each other counts once, whatever the directions and the rows.",
    need: .ties, decimals: 0,
    values: { graph in graph.undirected.degrees().values.map { Double($0) } },
    call: { _ in "dict(nx.Graph(G).degree())" },
    words: { graph in { value, _ in graph.noun.count(Int(value)) } })

  private static let inDegree = CentralityMetric(
    id: "in-degree", title: "in-degree",
    meaning: "The number of others from whom a link leads here.",
    reading: "Many supply, fund or report to this one.",
    convention:
      "Not normalised; each other counts once; links without a direction lead both ways.",
    need: .directions, decimals: 0,
    values: { graph in graph.topology.degrees(.into).values.map { Double($0) } },
    call: { _ in "dict(G.in_degree())" },
    words: { _ in { value, _ in "links from \(CentralityGraph.others.count(Int(value))) lead here" }
    })

  private static let outDegree = CentralityMetric(
    id: "out-degree", title: "out-degree",
    meaning: "The number of others to whom a link leads from here.",
    reading: "Supplies, funds or reports to many.",
    convention:
      "Not normalised; each other counts once; links without a direction lead both ways.",
    need: .directions, decimals: 0,
    values: { graph in graph.topology.degrees(.out).values.map { Double($0) } },
    call: { _ in "dict(G.out_degree())" },
    words: { _ in { value, _ in "links lead to \(CentralityGraph.others.count(Int(value)))" } })

  private static let strength = CentralityMetric(
    id: "strength", title: "strength", meaning: "The sum of the weights of one's links.",
    reading: "Much goes through this one's hands.",
    convention:
      "Not normalised; in and out together; every row counts once. M has an edge for each row.",
    need: .strengths, decimals: 2,
    values: { graph in graph.strengthSums().map { $0 } },
    call: { _ in #"dict(M.degree(weight="weight"))"# },
    words: { graph in { value, _ in graph.strengthText(NumberText.short(value)) } })

  private static let core = CentralityMetric(
    id: "core", title: "core",
    meaning:
      "The largest k so that one belongs to a part where everyone is linked to k others of it.",
    reading: "Sits in the dense heart of the graph, not at its rim.",
    convention: "Directions and weights are ignored; each other counts once.",
    need: .ties, decimals: 0,
    values: { graph in graph.undirected.coreNumbers().values.map { Double($0) } },
    call: { _ in "nx.core_number(nx.Graph(G))" },
    words: { _ in
      { value, _ in
        value == 0
          ? "linked to nobody"
          : "in a part where everyone is linked to at least \(CentralityGraph.others.count(Int(value)))"
      }
    })

  private static let clustering = CentralityMetric(
    id: "clustering", title: "clustering",
    meaning: "The share of pairs of one's contacts that are linked to each other.",
    reading: "Contacts know each other anyway; low values bring together those who do not.",
    convention:
      "0…1, undefined with fewer than two contacts (networkx says 0), always 0 on two-mode graphs; directions and weights are ignored.",
    need: .ties, decimals: 3,
    values: { graph throws(AlgorithmError) in
      let counts = try graph.undirected.triangleCounts()
      return zip(counts.clustering.values, counts.pairs.values).map { $1 > 0 ? $0 : nil }
    },
    call: { _ in "nx.clustering(nx.Graph(G))" },
    words: { _ in
      { value, _ in "\(NumberText.percent(value, decimals: 0)) of pairs of contacts are linked" }
    })
}
