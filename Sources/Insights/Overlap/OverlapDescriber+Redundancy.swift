internal import EcosystemModel
internal import GraphCore

extension OverlapDescriber {
  /// The redundancy of each body with members, highest first.
  func redundancies(_ shares: [Double?], limit: Int?) -> [OverlapFindings.Redundancy] {
    let bodies = family.bodies
    let order = bodies.indices.filter { bodies[$0].size > 0 }.leading(limit) { left, right in
      let (one, other) = (shares[left] ?? -1, shares[right] ?? -1)
      if one != other { return one > other }
      return (bodies[left].name, left) < (bodies[right].name, right)
    }
    return order.map { body in
      OverlapFindings.Redundancy(
        body: family.bodies[body], redundancy: shares[body],
        onlyHere: family.members(of: body).count {
          family.graph.degree(of: NodeIndex($0), on: .left) == 1
        })
    }
  }

  /// The pairs that might be one body: half of the smaller and a quarter of either sit on both, two people at least, both
  /// govern the same alliance where they govern one, neither stands above the other, and the one committee would have
  /// no fault in its seats that neither has.
  ///
  /// The thresholds are ``OverlapSweep/leastAlike``.
  func mergeCandidates(
    _ shares: [Double?], limit: Int?
  ) -> [OverlapFindings.MergeCandidate] {
    let alike = tests.sweep.alike.sorted(by: Self.isMoreAlike)
    var candidates: [OverlapFindings.MergeCandidate] = []
    for pair in alike where candidates.count < limit ?? .max {
      let isFirstSmaller = pair.firstSize <= pair.secondSize
      let smaller = (isFirstSmaller ? pair.first : pair.second).position
      let larger = (isFirstSmaller ? pair.second : pair.first).position
      let (ending, joined) = (family.bodies[smaller], family.bodies[larger])
      guard let one = ending.committees.first, let other = joined.committees.first,
        !layers.isChain(one, other), layers.canMerge(one, into: other)
      else { continue }
      candidates.append(
        OverlapFindings.MergeCandidate(
          smaller: ending, larger: joined, shared: pair.shared,
          overlapCoefficient: pair.overlapCoefficient, jaccard: pair.jaccard,
          redundancy: shares[smaller], toMove: ending.size - pair.shared))
    }
    return candidates
  }

  private static func isMoreAlike(_ left: Overlap, _ right: Overlap) -> Bool {
    let (one, other) = (left.combined(), right.combined())
    if one != other { return one > other }
    if left.shared != right.shared { return left.shared > right.shared }
    return (left.first, left.second) < (right.first, right.second)
  }

  /// The share of pairs of each body's members who meet on another body too.
  func redundancy() throws(InsightError) -> [Double?] {
    do throws(AlgorithmError) {
      return try family.graph.redundancy(of: .right).values
    } catch {
      throw InsightError(error)
    }
  }
}
