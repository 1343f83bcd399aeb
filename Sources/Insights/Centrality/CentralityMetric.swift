internal import GraphCore

/// One way to say how central somebody is.
public struct CentralityMetric: Sendable {
  /// What a metric needs of the graph.
  public enum Need: String, Codable, Hashable, Sendable {
    /// Ties as they are.
    case ties
    /// The strength of every tie.
    case strengths
    /// The direction of every tie.
    case directions
  }

  /// The word that chooses it.
  public let id: String
  /// Other words that choose it.
  public var aliases: [String] = []
  /// The heading of its column.
  public let title: String
  /// What it measures, in one line.
  public let meaning: String
  /// What a high value means for people.
  public let reading: String
  /// Normalisation, direction and weights.
  public let convention: String
  /// What it needs of the graph.
  public let need: Need
  /// Whether the lowest value is the most remarkable.
  public var isLowFirst = false
  /// Digits after the point worth showing.
  public let decimals: Int
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
public struct MetricNote: Codable, Hashable, Sendable {
  /// The word that chooses it.
  public let id: String
  /// The heading of its column.
  public let title: String
  /// What it measures.
  public let meaning: String
  /// What a high value means.
  public let reading: String
  /// Normalisation, direction and weights.
  public let convention: String
  /// The Python expression that gives the same values: `nx` is networkx, `G` the graph of the answer, directed if that is, with
  /// `weight` and `distance` on its edges where weights are chosen.
  public let equals: String

  init(_ metric: CentralityMetric, on graph: CentralityGraph) {
    id = metric.id
    title = metric.title
    meaning = metric.meaning
    reading = metric.reading
    convention = metric.convention
    equals = metric.call(graph)
  }
}
