package import GraphCore

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension Topology {
  /// Returns a random graph in which every pair of nodes is connected with the same probability.
  ///
  /// Simple: no loops, no parallel edges. Directed pairs are drawn separately for each direction.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - probability: The chance of each edge, `0...1`.
  ///   - direction: Whether edges have a direction.
  ///   - seed: Equal seeds give equal graphs.
  /// - Returns: A graph whose edges ascend.
  /// - Precondition: `probability` is in `0...1`.
  /// - Complexity: O(*V* + *E*): gaps between edges are drawn, not pairs.
  ///
  /// ## References
  /// V. Batagelj, U. Brandes, “Efficient generation of large random networks”, *Phys. Rev. E* 71, 2005,
  /// [doi:10.1103/PhysRevE.71.036113](https://doi.org/10.1103/PhysRevE.71.036113).
  package static func erdosRenyi(
    nodeCount: Int, probability: Double, direction: Direction = .undirected, seed: UInt64
  ) -> Topology {
    precondition(probability >= 0 && probability <= 1, "A probability must be in 0...1.")
    var generator = SeededGenerator(seed: seed)
    var sources: [Int32] = []
    var targets: [Int32] = []
    for row in 0..<nodeCount {
      let first = direction == .directed ? 0 : row + 1
      var gaps = RandomGaps(probability: probability)
      var column = first + gaps.next(with: &generator)
      while column < nodeCount {
        if column != row {
          sources.append(Int32(row))
          targets.append(Int32(column))
        }
        column += 1 + gaps.next(with: &generator)
      }
    }
    return Topology(
      nodeCount: nodeCount, direction: direction, sources: sources, targets: targets)
  }
}

/// The numbers of failures between successes of trials with equal chances.
struct RandomGaps {
  private let logFailure: Double
  private let probability: Double

  init(probability: Double) {
    self.probability = probability
    logFailure = log1p(-probability)
  }

  mutating func next(with generator: inout SeededGenerator) -> Int {
    if probability >= 1 { return 0 }
    let gap = probability <= 0 ? .infinity : log1p(-generator.unit()) / logFailure
    return gap < 0x1p40 ? Int(gap) : 1 << 40
  }
}
