import EcosystemModel
import GraphCore

/// The committees of an ecosystem as a graph: each leads to those that it escalates to.
///
/// A committee escalates to its parent, and to the committees to which a directed relationship `escalates to` or
/// `reports to` leads.
struct EscalationNetwork {
  let snapshot: Snapshot
  /// Committees as nodes, in the order of their rows.
  let topology: Topology
  /// The delay at each committee, where its cadence or longest wait is known.
  let delays: [CommitteeDelay?]
  /// The share of proposals that each committee settles itself, where a score says so.
  let settledShares: [Double?]

  var ecosystem: Ecosystem { snapshot.ecosystem }

  /// Indexes the committees in O(committees + memberships + relationships + scores).
  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    let ecosystem = snapshot.ecosystem
    let committees = ecosystem.committees
    let pairs = ecosystem.escalations.compactMap { escalation in
      committees.position(of: escalation.from).flatMap { from in
        committees.position(of: escalation.to).map { (from, $0) }
      }
    }
    topology = Topology(
      nodeCount: committees.count, direction: .directed, pairs: pairs)
    delays = committees.map { CommitteeDelay($0) }
    settledShares = Self.settledShares(in: ecosystem)
  }

  /// The latest score of each committee whose measure begins with “settled”, or else what its row says.
  private static func settledShares(in ecosystem: Ecosystem) -> [Double?] {
    var shares = ecosystem.committees.map(\.settles)
    var dates = [CalendarDate?](repeating: nil, count: shares.count)
    for score in ecosystem.scores {
      guard case .committee(let id) = score.subject,
        let position = ecosystem.committees.position(of: id), score.isOfSettling
      else { continue }
      if let known = dates[position], let date = score.date, date < known { continue }
      shares[position] = score.value
      dates[position] = score.date ?? dates[position]
    }
    return shares.map { $0.map { min(1, max(0, $0)) } }
  }

  /// The committees that nobody escalates to: where proposals begin.
  var starts: [Int] {
    topology.nodes.filter { topology.degree(of: $0, .into) == 0 }.map(\.position)
      + loopStarts
  }

  /// The first committee of each loop that nothing outside leads to, so that loops are not left out.
  private var loopStarts: [Int] {
    let components = topology.stronglyConnectedComponents()
    return components.members.filter { members in
      members.count > 1
        && members.allSatisfy { member in
          topology.predecessors(of: member).allSatisfy {
            components.component(of: $0) == components.component(of: member)
          }
        }
    }.compactMap { $0.min()?.position }.sorted()
  }

  /// The committees that escalate to none.
  var tops: [Int] {
    topology.nodes.filter { topology.degree(of: $0, .out) == 0 }.map(\.position)
  }

  /// The loops among the committees, each from its first committee on and back to it.
  var cycles: [[Int]] {
    let components = topology.stronglyConnectedComponents()
    return components.members.compactMap { members in
      guard let first = members.min() else { return nil }
      if members.count == 1 {
        return topology.hasEdge(from: first, to: first) ? [first.position, first.position] : nil
      }
      let inside = Set(members)
      var way = [first]
      while let last = way.last {
        guard let next = topology.neighbors(of: last).first(where: { inside.contains($0) }) else {
          return nil
        }
        if let place = way.firstIndex(of: next) {
          return (way[place...] + [next]).map(\.position)
        }
        way.append(next)
      }
      return nil
    }
  }

  /// The seats of a committee.
  func seats(of position: Int) -> [Membership] {
    snapshot.hierarchy.seats(ofCommittee: position).map { ecosystem.memberships[$0] }
  }

  func name(_ position: Int) -> String { ecosystem.committees[position].name }
}

extension Score {
  /// Whether it says which share of matters a committee settles: `settles`, or words that begin with “settled”.
  var isOfSettling: Bool {
    let measure = ColumnName.normalized(self.measure)
    return measure.hasPrefix("settled") || measure == Committee.column(\.settles)
  }
}
