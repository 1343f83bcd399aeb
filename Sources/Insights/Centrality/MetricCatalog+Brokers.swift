internal import EcosystemModel
internal import GraphCore

// Metrics of the holes between contacts.
extension MetricCatalog {
  static let brokers: [CentralityMetric] = [constraint, effectiveSize]

  private static let constraint = CentralityMetric(
    id: "constraint", title: "constraint",
    meaning: "How far one's contacts are linked among themselves (Burt); the lowest ranks first.",
    reading: "Caught in one circle; low values reach people who do not know each other.",
    convention:
      "Both directions together; weights count where they are chosen; undefined without links (networkx: without outgoing links). On two-mode graphs contacts are never linked to each other.",
    need: .ties, isLowFirst: true, decimals: 4,
    values: { graph throws(AlgorithmError) in
      try graph.topology.burtConstraint(strengths: graph.strengths).values.map {
        $0.isNaN ? nil : $0
      }
    },
    call: { graph in "nx.constraint(G, nodes=list(G)\(graph.weightArgument))" },
    words: { _ in
      { value, _ in
        value < 0.25
          ? "free to broker between separate contacts"
          : value < 0.75 ? "partly caught in one circle" : "caught in one circle"
      }
    })

  private static let effectiveSize = CentralityMetric(
    id: "effective-size", title: "effective size",
    meaning: "The number of one's contacts less those that are redundant (Burt).",
    reading: "Many contacts who do not know each other: much that is new is heard here first.",
    convention:
      "Both directions together; weights count where they are chosen; undefined without links (networkx: without outgoing links). With nodes=list(G), since networkx 3.6.1 computes another value from weights without it.",
    need: .ties, decimals: 2,
    values: { graph throws(AlgorithmError) in
      try graph.topology.effectiveSize(strengths: graph.strengths).values.map {
        $0.isNaN ? nil : $0
      }
    },
    call: { graph in "nx.effective_size(G, nodes=list(G)\(graph.weightArgument))" },
    words: { _ in
      { value, _ in
        let size = NumberText.short(value, limit: 1)
        return "worth \(size) separate contact\(size == "1" ? "" : "s")"
      }
    })
}
