/// The length of every edge: a longer edge is farther to go.
///
/// Hours, days or money spent on the way. Paths add costs up. For ties where a larger number means
/// *closer*, use ``EdgeStrengths``; the two types keep one number from having two meanings.
public struct EdgeCosts: Sendable, Hashable {
  /// The costs in edge order, each finite and not negative.
  public let values: [Double]

  /// Whether every cost is above zero, as counting shortest paths requires.
  public let isPositive: Bool

  /// Makes costs from values in edge order.
  ///
  /// - Throws: ``AlgorithmError`` with code `invalidWeight` if a value is negative, infinite or not
  ///   a number.
  public init(_ values: [Double]) throws(AlgorithmError) {
    isPositive = try checkedWeights(values, named: "cost").isPositive
    self.values = values
  }

  /// The cost of an edge.
  public subscript(edge: EdgeIndex) -> Double { values[edge.position] }
}

/// Checks that all weights are finite and not negative.
func checkedWeights(
  _ values: [Double], named name: String
) throws(AlgorithmError) -> (isPositive: Bool, total: Double) {
  var lowest = Double.infinity
  var total = 0.0
  for value in values {
    lowest = min(lowest, value)
    total += value
  }
  // A total that is not finite has one bad term, or too large a sum to be of use.
  if lowest >= 0 && total.isFinite { return (lowest > 0, total) }
  for (edge, value) in values.enumerated() where !(value >= 0 && value.isFinite) {
    throw AlgorithmError(
      code: .invalidWeight,
      message: "The \(name) of edge \(edge) is \(value); it must be finite and not negative.")
  }
  throw AlgorithmError(
    code: .invalidWeight,
    message: "The \(name)s of all edges add up to more than a number can hold; scale them down.")
}

extension EdgeCosts {
  /// Throws if an edge costs nothing, which leaves the number of shortest paths undefined.
  func requirePositive(for question: String) throws(AlgorithmError) {
    guard !isPositive, let edge = values.firstIndex(of: 0) else { return }
    throw AlgorithmError(
      code: .invalidWeight,
      message: "Edge \(edge) costs 0; \(question) needs costs above zero.")
  }
}
