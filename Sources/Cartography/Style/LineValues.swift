import EcosystemModel

/// Looks up what lines are as wide as: a number of their rows, or a metric of their ends.
struct LineValues {
  private let measure: String?
  /// The metric of each box; `nil` where the rows state the numbers.
  private let ends: [EntityReference: Double]?

  init(_ measure: String?, content: MapContent, values: NodeValues) {
    self.measure = measure
    ends = measure.flatMap { measure in
      guard MapMeasures.metric(ofLines: measure, in: content.snapshot.whole) != nil else {
        return nil
      }
      return Dictionary(
        content.nodes.compactMap { node in
          values.number(of: measure, for: node).map { (node.reference, $0) }
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The number of a line: what its rows state, or the lower of the metrics of its two ends.
  func value(of tie: MapContent.Tie) -> Double? {
    guard let ends else { return measure.flatMap { tie.figure($0) } }
    guard let from = ends[tie.from], let to = ends[tie.to] else { return nil }
    return min(from, to)
  }
}
