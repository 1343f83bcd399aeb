package import GraphCore

/// The chances of the four quarters of a recursive matrix (R-MAT).
package struct RecursiveMatrix: Sendable, Hashable {
  /// The chances of the quarters: from low to low, low to high, high to low and high to high numbers.
  package let quarters: [Double]

  /// The chances of the Graph 500 benchmark: .57, .19, .19, .05.
  package static let graph500 = RecursiveMatrix(checked: [0.57, 0.19, 0.19, 0.05])

  /// Makes chances; the fourth is what the others leave.
  ///
  /// - Throws: ``AlgorithmError`` with code `invalidParameter` if one is negative.
  package init(
    lowLow: Double, lowHigh: Double, highLow: Double
  ) throws(AlgorithmError) {
    let values = [lowLow, lowHigh, highLow, 1 - lowLow - lowHigh - highLow]
    guard values.allSatisfy({ $0 >= 0 }) else {
      throw AlgorithmError(
        code: .invalidParameter,
        message: "The chances \(values) of a recursive matrix must not be negative.")
    }
    quarters = values
  }

  private init(checked quarters: [Double]) { self.quarters = quarters }
}

extension Topology {
  /// Returns a random directed graph with skewed degrees and communities (R-MAT).
  ///
  /// Each edge chooses a quarter of the adjacency matrix, a quarter of that, and so on. Loops and
  /// repeated edges are left out, so that there are somewhat fewer edges than asked for.
  ///
  /// - Parameters:
  ///   - scale: The number of nodes is 2 to this power.
  ///   - edgeCount: The number of edges drawn.
  ///   - matrix: The chances of the quarters.
  ///   - seed: Equal seeds give equal graphs.
  /// - Returns: A simple graph, edges in the order drawn.
  /// - Precondition: `scale` is in `0...30`.
  /// - Complexity: O(*E*·`scale`).
  ///
  /// ## References
  /// D. Chakrabarti, Y. Zhan, C. Faloutsos, “R-MAT: a recursive model for graph mining”, *SDM* 2004,
  /// [doi:10.1137/1.9781611972740.43](https://doi.org/10.1137/1.9781611972740.43).
  package static func recursiveMatrix(
    scale: Int, edgeCount: Int, matrix: RecursiveMatrix = .graph500, seed: UInt64
  ) -> Topology {
    precondition(scale >= 0 && scale <= 30, "The scale must be in 0...30.")
    var generator = SeededGenerator(seed: seed)
    var sources: [Int32] = []
    var targets: [Int32] = []
    let (first, second) = (matrix.quarters[0], matrix.quarters[0] + matrix.quarters[1])
    let third = second + matrix.quarters[2]
    for _ in 0..<edgeCount {
      var (source, target): (Int32, Int32) = (0, 0)
      for _ in 0..<scale {
        let draw = generator.unit()
        source = source << 1 | (draw >= second ? 1 : 0)
        target = target << 1 | (draw >= third || (draw >= first && draw < second) ? 1 : 0)
      }
      sources.append(source)
      targets.append(target)
    }
    return Topology(nodeCount: 1 << scale, direction: .directed, sources: sources, targets: targets)
      .simplified(loops: .drop).topology
  }
}
