import GraphvizKit

// The rows in which trees stand.
extension TierPlan {
  /// Which trees begin a new row.
  var rows: [Bool] {
    zip(trees, trees.dropFirst()).map { $1.origin.y > $0.origin.y + 0.5 }
  }
}
