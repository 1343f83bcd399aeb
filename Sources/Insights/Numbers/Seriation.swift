/// Orders things so that those alike stand beside each other.
enum Seriation {
  /// The order of the leaves of an average-linkage clustering (UPGMA), each merge turned so that the ends that meet are
  /// as alike as can be.
  ///
  /// - Parameter similarity: A symmetric matrix; larger is more alike.
  /// - Returns: The positions, each once.
  /// - Complexity: O(*n*³).
  ///
  /// ## References
  /// R. R. Sokal, C. D. Michener, “A statistical method for evaluating systematic relationships”, *Univ. Kansas Sci. Bull.*
  /// 38, 1958.
  static func order(bySimilarity similarity: [[Double]]) -> [Int] {
    var groups = similarity.indices.map { [$0] }
    func mean(_ left: [Int], _ right: [Int]) -> Double {
      let sum = left.reduce(0) { sum, one in sum + right.reduce(0) { $0 + similarity[one][$1] } }
      return sum / Double(left.count * right.count)
    }
    var between = similarity
    while groups.count > 1 {
      var best = (left: 0, right: 1, value: -Double.infinity)
      for left in groups.indices {
        for right in groups.indices.dropFirst(left + 1) where between[left][right] > best.value {
          best = (left, right, between[left][right])
        }
      }
      let merged = joined(groups[best.left], groups[best.right], similarity)
      groups[best.left] = merged
      groups.remove(at: best.right)
      between.remove(at: best.right)
      for row in between.indices { between[row].remove(at: best.right) }
      for other in groups.indices where other != best.left {
        let value = mean(merged, groups[other])
        between[best.left][other] = value
        between[other][best.left] = value
      }
    }
    return groups.first ?? []
  }

  /// The two groups in a row, either turned around where that brings likelier ends together.
  private static func joined(_ left: [Int], _ right: [Int], _ similarity: [[Double]]) -> [Int] {
    let ways: [(left: [Int], right: [Int])] = [
      (left, right), (left, right.reversed()), (left.reversed(), right),
      (left.reversed(), right.reversed()),
    ]
    var best = ways[0]
    var value = -Double.infinity
    for way in ways {
      guard let end = way.left.last, let start = way.right.first else { continue }
      if similarity[end][start] > value { (best, value) = (way, similarity[end][start]) }
    }
    return best.left + best.right
  }
}
