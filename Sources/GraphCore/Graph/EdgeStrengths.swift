/// The strength of every edge: a stronger tie is closer.
///
/// Shared members, meetings a month, handoffs a year. Flows such as PageRank divide by strength. For
/// numbers where larger means *farther*, use ``EdgeCosts``.
public struct EdgeStrengths: Sendable, Hashable {
  /// The strengths in edge order, each finite and not negative.
  public let values: [Double]

  /// Makes strengths from values in edge order.
  ///
  /// - Throws: ``AlgorithmError`` with code `invalidWeight` if a value is negative, infinite or not
  ///   a number.
  public init(_ values: [Double]) throws(AlgorithmError) {
    _ = try checkedWeights(values, named: "strength")
    self.values = values
  }

  /// Makes strengths that are known to be valid.
  init(checked values: [Double]) {
    self.values = values
  }

  /// The strength of an edge.
  public subscript(edge: EdgeIndex) -> Double { values[edge.position] }

  /// Returns the costs that stand for these strengths.
  ///
  /// - Parameter transform: Cost of a strength; the default is the reciprocal.
  /// - Returns: One cost for each edge.
  /// - Throws: ``AlgorithmError`` with code `invalidWeight` if a cost is negative or not finite, as
  ///   the reciprocal of zero is.
  public func costs(
    _ transform: (Double) -> Double = { 1 / $0 }
  ) throws(AlgorithmError) -> EdgeCosts {
    try EdgeCosts(values.map(transform))
  }
}
