package import EcosystemModel
internal import GraphCore

/// One committee on the way up.
package struct EscalationStep: Hashable, Sendable, Codable {
  /// The committee.
  package let committee: Committee.ID
  /// Its name.
  package let name: String
  /// How it delays proposals, where its cadence or longest wait is known.
  package let delay: CommitteeDelay?
  /// Whether no approval rate is stated, so that everything passes.
  package let isApprovalAssumed: Bool
  /// Whether no cadence is stated, so that the longest wait stands for it.
  package let isCadenceAssumed: Bool
  /// The average number of days until a proposal passes; nothing if unknown or if none ever does.
  public let expectedDays: Double?
  /// The days in which nine of ten proposals pass.
  public let ninetiethDays: Double?
  /// The days if a meeting is just missed and rework is as frequent as for 99 of 100 proposals.
  package let worstDays: Double?
  /// The longest that a proposal may wait here by the charter, `max_days`.
  package let promisedDays: Double?
  /// The share of the proposals coming here that this committee settles itself.
  package let settledShare: Double?
  /// The share of all proposals of the way that come this far.
  package let reach: Double
}

/// How a way up ends.
package enum EscalationEnd: String, CaseIterable, Hashable, Sendable, Codable {
  /// With a committee that escalates to none: the final decider.
  case decider
  /// In a loop.
  case cycle
}

/// The way of a proposal from a committee up to the final decider.
public struct EscalationPath: Hashable, Sendable, Codable {
  /// The committees on the way, the one that the proposal comes to first in front.
  package let steps: [EscalationStep]
  /// How the way ends.
  package let end: EscalationEnd
  /// The average number of days until the last committee has passed a proposal that goes all the way.
  public let expectedDays: Double?
  /// Nine of ten such proposals are through after so many days.
  public let ninetiethDays: Double?
  /// The days if every meeting is just missed and each committee reworks as often as for 99 of 100 proposals.
  package let worstDays: Double?
  /// The average number of days until a proposal is settled, where committees settle some themselves.
  package let settledDays: Double?
  /// Whether ``ninetiethDays`` comes from a simulation rather than a closed form.
  package let isSimulated: Bool
  /// The committee that takes the most days.
  package let bottleneck: Committee.ID?

  /// The committees by name, as `JLT → JDC → JEC`.
  public var way: String { steps.map(\.name).joined(separator: " → ") }

  /// How many committees must pass a proposal.
  public var levels: Int { steps.count }

  /// The share of proposals that come to the last committee.
  package var shareAtTop: Double { steps.last?.reach ?? 0 }
}

extension EscalationNetwork {
  /// The quickest way, by expected days, from a committee to a final decider.
  ///
  /// Where a committee leads to several and no days are known, fewer committees are quicker. If only a loop can be
  /// reached, the way ends where it would begin anew.
  func path(from start: Int, seed: UInt64) throws(InsightError) -> EscalationPath {
    var positions = [start]
    var end = EscalationEnd.cycle
    let tops = Set(tops)
    let quickest: Path?
    do throws(AlgorithmError) {
      // The cost of an edge is the delay at the committee it leads to; unknown delays count as a day.
      let costs = try EdgeCosts(
        topology.edges.map { edge in
          let days = delays[topology.endpoints(of: edge).target.position]?.expectedDays ?? 1
          return days.isFinite ? days : 1e6
        })
      let ways = try topology.shortestPaths(from: NodeIndex(start), costs: costs)
      let reached = tops.filter { ways.distance(to: NodeIndex($0)) != nil }
      let nearest = reached.min { left, right in
        (ways.distances[NodeIndex(left)], left) < (ways.distances[NodeIndex(right)], right)
      }
      quickest = nearest.flatMap { ways.path(to: NodeIndex($0)) }
    } catch {
      throw InsightError(error)
    }
    if let quickest {
      positions = quickest.nodes.map(\.position)
      end = .decider
    } else {
      while let last = positions.last,
        let next = topology.neighbors(of: NodeIndex(last)).first?.position,
        !positions.contains(next)
      {
        positions.append(next)
      }
    }
    return makePath(positions, end: end, seed: seed)
  }

  private func makePath(_ positions: [Int], end: EscalationEnd, seed: UInt64) -> EscalationPath {
    var reach = 1.0
    let steps = positions.map { position in
      let committee = ecosystem.committees[position]
      let delay = delays[position]
      let step = EscalationStep(
        committee: committee.id, name: committee.name, delay: delay,
        isApprovalAssumed: committee.approvalRate == nil,
        isCadenceAssumed: committee.cadence == nil && delay != nil,
        expectedDays: delay.flatMap { finite($0.expectedDays) },
        ninetiethDays: delay.flatMap { finite($0.days(forShare: 0.9)) },
        worstDays: delay.flatMap { finite($0.worstDays) }, promisedDays: committee.maxDays,
        settledShare: settledShares[position], reach: reach)
      reach *= 1 - (settledShares[position] ?? 0)
      return step
    }
    let expected = total(steps.map(\.expectedDays))
    let isSimulated = steps.count > 1 && expected != nil
    let settles = steps.dropLast().contains { ($0.settledShare ?? 0) > 0 }
    return EscalationPath(
      steps: steps, end: end, expectedDays: expected,
      ninetiethDays: isSimulated
        ? simulatedNinetieth(steps.compactMap(\.delay), seed: seed) : steps.first?.ninetiethDays,
      worstDays: total(steps.map(\.worstDays)),
      settledDays: settles
        ? total(steps.map { step in step.expectedDays.map { $0 * step.reach } }) : nil,
      isSimulated: isSimulated,
      bottleneck: steps.enumerated().filter { $0.element.expectedDays != nil }.max {
        ($0.element.expectedDays ?? 0, $1.offset) < ($1.element.expectedDays ?? 0, $0.offset)
      }?.element.committee)
  }

  private func simulatedNinetieth(_ delays: [CommitteeDelay], seed: UInt64) -> Double {
    var random = SeededGenerator(seed: seed)
    let totals = (0..<10_000).map { _ in
      var days = 0.0
      for delay in delays { days += delay.sample(&random) }
      return days
    }
    return SimulatedDuration(totals, seed: seed).ninetieth
  }

  private func finite(_ days: Double) -> Double? { days.isFinite ? days : nil }

  /// The sum; nothing if a term is unknown.
  private func total(_ terms: [Double?]) -> Double? {
    let known = terms.compactMap { $0 }
    return known.count == terms.count ? known.reduce(0, +) : nil
  }
}
