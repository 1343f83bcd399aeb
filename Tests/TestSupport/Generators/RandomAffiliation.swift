package import GraphCore

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension AffiliationGraph {
  /// Returns random memberships with skewed degrees on both sides, as committees have.
  ///
  /// Each tie draws a left and a right node with chances that fall with their number by a power law;
  /// ties drawn twice are drawn again, in the end without skew.
  ///
  /// - Parameters:
  ///   - leftCount: The number of nodes on the left.
  ///   - rightCount: The number of nodes on the right.
  ///   - tieCount: The number of different ties; at most half of all pairs.
  ///   - skew: 0 draws all nodes equally; towards 1 few nodes have most ties.
  ///   - seed: Equal seeds give equal graphs.
  /// - Returns: The graph.
  /// - Precondition: `skew` is in `0..<1`, and there is room for the ties.
  /// - Complexity: O(`tieCount`) expected if it is far below the number of pairs.
  package static func random(
    leftCount: Int, rightCount: Int, tieCount: Int, skew: Double = 0.5, seed: UInt64
  ) -> AffiliationGraph {
    precondition(skew >= 0 && skew < 1, "The skew must be in 0..<1.")
    precondition(
      tieCount >= 0 && tieCount <= leftCount * rightCount / 2,
      "At most half of all pairs can be tied.")
    var generator = SeededGenerator(seed: seed)
    var known = Set<Int>()
    var pairs: [(Int, Int)] = []
    // The inverse of a distribution function xˢ concentrates draws on low numbers.
    // Where the likely pairs are used up, the rest is drawn equally: half of all pairs are free.
    var draws = 0
    func draw(_ count: Int) -> Int {
      let exponent = draws > 50 * tieCount ? 1 : 1 / (1 - skew)
      return min(count - 1, Int(Double(count) * pow(generator.unit(), exponent)))
    }
    while pairs.count < tieCount {
      draws += 1
      let pair = (draw(leftCount), draw(rightCount))
      if known.insert(pair.0 * rightCount + pair.1).inserted { pairs.append(pair) }
    }
    return AffiliationGraph(leftCount: leftCount, rightCount: rightCount, pairs: pairs)
  }
}
