import EcosystemModel
import GraphCore

/// Follows proposals up, from one committee after the other.
struct EscalationWays {
  private let network: EscalationNetwork
  private let seed: UInt64
  /// The delay at the committee that each edge leads to; unknown delays count as a day.
  private let costs: EdgeCosts
  private let tops: [Int]
  /// The days that came out for each row of delays met before, since the same seed gives the same ones.
  private var simulated: [[CommitteeDelay]: Double] = [:]

  /// Follows the committees of a network.
  init(_ network: EscalationNetwork, seed: UInt64) throws(InsightError) {
    self.network = network
    self.seed = seed
    tops = network.tops
    do throws(AlgorithmError) {
      costs = try EdgeCosts(
        network.topology.edges.map { edge in
          let target = network.topology.endpoints(of: edge).target.position
          let days = network.delays[target]?.expectedDays ?? 1
          return days.isFinite ? days : 1e6
        })
    } catch {
      throw InsightError(error)
    }
  }

  /// The quickest way, by expected days, from a committee to a final decider.
  ///
  /// Where a committee leads to several and no days are known, fewer committees are quicker. If only a loop can be
  /// reached, the way ends where it would begin anew.
  mutating func path(from start: Int) throws(InsightError) -> EscalationPath {
    let topology = network.topology
    var positions = [start]
    var end = EscalationEnd.cycle
    let quickest: Path?
    do throws(AlgorithmError) {
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
    return makePath(positions, end: end)
  }

  private mutating func makePath(_ positions: [Int], end: EscalationEnd) -> EscalationPath {
    var reach = 1.0
    let steps = positions.map { position in
      let committee = network.ecosystem.committees[position]
      let delay = network.delays[position]
      let step = EscalationStep(
        committee: committee.id, name: committee.name, delay: delay,
        isApprovalAssumed: committee.approvalRate == nil,
        isCadenceAssumed: committee.cadence == nil && delay != nil,
        expectedDays: delay.flatMap { finite($0.expectedDays) },
        ninetiethDays: delay.flatMap { finite($0.days(forShare: 0.9)) },
        worstDays: delay.flatMap { finite($0.worstDays) }, promisedDays: committee.maxDays,
        settledShare: network.settledShares[position], reach: reach)
      reach *= 1 - (network.settledShares[position] ?? 0)
      return step
    }
    let expected = total(steps.map(\.expectedDays))
    let isSimulated = steps.count > 1 && expected != nil
    let settles = steps.dropLast().contains { ($0.settledShare ?? 0) > 0 }
    return EscalationPath(
      steps: steps, end: end, expectedDays: expected,
      ninetiethDays: isSimulated
        ? simulatedNinetieth(steps.compactMap(\.delay)) : steps.first?.ninetiethDays,
      worstDays: total(steps.map(\.worstDays)),
      settledDays: settles
        ? total(steps.map { step in step.expectedDays.map { $0 * step.reach } }) : nil,
      isSimulated: isSimulated,
      bottleneck: steps.enumerated().filter { $0.element.expectedDays != nil }.max {
        ($0.element.expectedDays ?? 0, $1.offset) < ($1.element.expectedDays ?? 0, $0.offset)
      }?.element.committee)
  }

  private mutating func simulatedNinetieth(_ delays: [CommitteeDelay]) -> Double {
    if let known = simulated[delays] { return known }
    var random = SeededGenerator(seed: seed)
    var totals = (0..<10_000).map { _ in
      var days = 0.0
      for delay in delays { days += delay.sample(&random) }
      return days
    }
    let ninetieth = Spread.quantile(0.9, in: &totals)
    simulated[delays] = ninetieth
    return ninetieth
  }

  private func finite(_ days: Double) -> Double? { days.isFinite ? days : nil }

  /// The sum; nothing if a term is unknown.
  private func total(_ terms: [Double?]) -> Double? {
    let known = terms.compactMap { $0 }
    return known.count == terms.count ? known.reduce(0, +) : nil
  }
}
