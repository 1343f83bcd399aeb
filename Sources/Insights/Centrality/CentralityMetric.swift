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

  /// The word that chooses it on the command line.
  public let id: String
  /// The heading of its column.
  public let title: String
  /// What it measures, in one line.
  public let meaning: String
  /// What a high value means for people.
  public let reading: String
  /// Normalisation, direction and weights, and whose values it equals.
  public let convention: String
  /// What it needs of the graph.
  public let need: Need
  /// Whether the lowest value is the most remarkable.
  public var isLowFirst = false
  /// Digits after the point worth showing.
  public let decimals: Int
  /// The values of all nodes, `nil` where the metric is undefined.
  let values: @Sendable (CentralityGraph) throws(AlgorithmError) -> [Double?]
  /// A value in words, such as “lies on 31 % of the shortest paths between others”.
  let words: @Sendable (Double, CentralityGraph) -> String
}

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

  init(_ metric: CentralityMetric) {
    id = metric.id
    title = metric.title
    meaning = metric.meaning
    reading = metric.reading
    convention = metric.convention
  }
}
