internal import GraphCore

/// One way to say how central somebody is.
package struct CentralityMetric: Sendable {
  /// What a metric needs of the graph.
  package enum Need: String, CaseIterable, Codable, Hashable, Sendable {
    /// Ties as they are.
    case ties
    /// The strength of every tie.
    case strengths
    /// The direction of every tie.
    case directions
  }

  /// The word that chooses it.
  package let id: String
  /// Other words that choose it.
  package var aliases: [String] = []
  /// The heading of its column.
  package let title: String
  /// What it measures, in one line.
  package let meaning: String
  /// What a high value means for people.
  package let reading: String
  /// Normalisation, direction and weights.
  package let convention: String
  /// What it needs of the graph.
  package let need: Need
  /// Whether the lowest value is the most remarkable.
  package var isLowFirst = false
  /// Digits after the point worth showing.
  package let decimals: Int
  /// The values of all nodes, `nil` where the metric is undefined.
  let values: @Sendable (CentralityGraph) throws(AlgorithmError) -> [Double?]
  /// The Python expression that gives the same values, `G` being the graph in networkx.
  let call: @Sendable (CentralityGraph) -> String
  /// How the values of a graph read: asked once for the graph, then for each value and node.
  let words: @Sendable (CentralityGraph) throws(AlgorithmError) -> MetricWords
}

/// A value of a node in words, such as “on 31 % of the shortest paths between others”.
typealias MetricWords = (_ value: Double, _ node: Int) -> String

/// What findings keep of a metric: everything but its computation.
package struct MetricNote: Codable, Hashable, Sendable {
  /// The word that chooses it.
  package let id: String
  /// The heading of its column.
  package let title: String
  /// What it measures.
  package let meaning: String
  /// What a high value means.
  package let reading: String
  /// Normalisation, direction and weights.
  package let convention: String
  /// The Python expression that gives the same values: `nx` is networkx, `G` the graph of the answer, directed if that is, with
  /// `weight` and `distance` on its edges where weights are chosen.
  package let equals: String

  init(_ metric: CentralityMetric, on graph: CentralityGraph) {
    id = metric.id
    title = metric.title
    meaning = metric.meaning
    reading = metric.reading
    convention = metric.convention
    equals = metric.call(graph)
  }
}
