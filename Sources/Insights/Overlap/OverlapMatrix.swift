internal import GraphCore

/// The bodies that share most, each against each, in an order that puts those alike beside each other.
package struct OverlapMatrix: Codable, Hashable, Sendable {
  /// One pair that shares somebody.
  package struct Cell: Codable, Hashable, Sendable {
    /// The position of the later body in ``OverlapMatrix/bodies``.
    package let row: Int
    /// The position of the earlier body.
    package let column: Int
    /// The number of people on both.
    package let shared: Int
    /// Of the people on the smaller body, the share that sits on the larger.
    package let overlapCoefficient: Double
    /// The probability by chance, corrected by Holm for all pairs compared.
    package let adjustedPValue: Double

    /// Whether the overlap is more than chance explains at the level 0.05, after correction.
    package var isSignificant: Bool { adjustedPValue < 0.05 }
  }

  /// The bodies, ordered by average-linkage clustering of their Jaccard similarities.
  package let bodies: [OverlapBody]
  /// The pairs that share somebody, by row and column.
  package let cells: [Cell]
  /// The number of bodies with members, shown or not.
  package let bodyCount: Int
  /// The number of bodies with members that share nobody with any other, and are left out.
  package let isolatedCount: Int

  /// A matrix shows at most so many bodies.
  package static let bodyLimit = 30
}

extension OverlapDescriber {
  /// The matrix of the bodies that share most among the pairs asked about.
  ///
  /// - Parameter parts: Bodies that must be there, by position.
  /// - Returns: At most ``OverlapMatrix/bodyLimit`` bodies; those of most significant pairs, then of most people shared.
  /// - Throws: ``InsightError`` if a probability cannot be computed.
  func matrix(with parts: [Int]) throws(InsightError) -> OverlapMatrix {
    let start = bodies(sharingMost: parts).sorted()
    var inside: [OverlapTests.Result] = []
    for (place, first) in start.enumerated() {
      for second in start[(place + 1)...] {
        let result = try tests.result(first, second)
        if result.overlap.shared > 0 { inside.append(result) }
      }
    }
    let places = Dictionary(
      start.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var similarity = [[Double]](
      repeating: [Double](repeating: 0, count: start.count), count: start.count)
    for result in inside {
      guard let one = places[result.overlap.first.position],
        let other = places[result.overlap.second.position]
      else { continue }
      similarity[one][other] = result.overlap.jaccard
      similarity[other][one] = result.overlap.jaccard
    }
    let order = Seriation.order(bySimilarity: similarity).map { start[$0] }
    let rows = Dictionary(
      order.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let cells = inside.compactMap { result -> OverlapMatrix.Cell? in
      guard let one = rows[result.overlap.first.position],
        let other = rows[result.overlap.second.position]
      else { return nil }
      return OverlapMatrix.Cell(
        row: max(one, other), column: min(one, other), shared: result.overlap.shared,
        overlapCoefficient: result.overlap.overlapCoefficient,
        adjustedPValue: result.adjustedPValue.value)
    }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    return OverlapMatrix(
      bodies: order.map { family.bodies[$0] }, cells: cells,
      bodyCount: family.bodies.count { $0.size > 0 },
      isolatedCount: parts.isEmpty ? isolatedCount : 0)
  }

  /// The number of bodies with members that share nobody with any other; 0 if none share anybody.
  private var isolatedCount: Int {
    let isSharing = tests.sweep.isSharing
    return isSharing.contains(true)
      ? family.bodies.indices.count { family.bodies[$0].size > 0 && !isSharing[$0] } : 0
  }

  private func bodies(sharingMost parts: [Int]) -> [Int] {
    let (significant, shared) = (tests.significantByBody, tests.sweep.sharedByBody)
    let ranked = family.bodies.indices
      .filter { family.bodies[$0].size > 0 && (tests.sweep.askedCount == 0 || shared[$0] > 0) }
      .filter { !parts.contains($0) }
      .sorted { left, right in
        (-significant[left], -shared[left], -family.bodies[left].size, left)
          < (-significant[right], -shared[right], -family.bodies[right].size, right)
      }
    return Array((parts + ranked).prefix(OverlapMatrix.bodyLimit))
  }
}
