/// Costs as whole numbers of a common step, where there is one that is exact.
///
/// Days, hours, quarter hours: most costs are multiples of a power of two, and sums of them are exact. Searching
/// with whole numbers then gives the same distances to the last bit, and faster.
struct CostSteps {
  let steps: [Int32]
  let largest: Int
  /// The cost of one step.
  let unit: Double

  /// `nil` if the costs have no common step, if one is zero, or if they differ too widely.
  init?(_ costs: EdgeCosts, nodeCount: Int) {
    guard costs.isPositive, let most = costs.values.max() else { return nil }
    var unit = 1.0
    for value in costs.values {
      while (value / unit).rounded() * unit != value {
        unit /= 2
        if unit < 1.0 / 4096 { return nil }
      }
    }
    guard most / unit < 65_536, most / unit * Double(nodeCount) < 1e9 else { return nil }
    self.unit = unit
    largest = Int(most / unit)
    steps = costs.values.map { Int32($0 / unit) }
  }
}
