package import EcosystemModel

/// The ways up from each committee to the final decider, how long they take, and what is wrong with them.
public struct Escalation: Findings {
  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package internal(set) var filter: [String] = []
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package internal(set) var withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// The committee asked about; `nil` for all at which proposals begin.
  package let from: Committee.ID?
  /// Why there is no way: the committee asked about is not there on the day.
  package let absence: String?
  /// The ways, those that take longest first, those of unknown length last.
  public let paths: [EscalationPath]
  /// What is wrong with the committees.
  package let faults: [EscalationFault]
  /// The seed of the simulations.
  package let seed: UInt64

  init(_ question: EscalationQuestion, in snapshot: Snapshot) throws(InsightError) {
    try snapshot.require(.committees, for: "escalation")
    let network = EscalationNetwork(snapshot)
    var starts = network.starts
    let from = try snapshot.committee(meant: question.from)
    if let start = from {
      starts = [snapshot.ecosystem.committees.position(of: start)].compactMap { $0 }
    }
    var paths: [EscalationPath] = []
    var ways = try EscalationWays(network, seed: question.seed)
    for start in starts { paths.append(try ways.path(from: start)) }
    let order = paths.indices.sorted { left, right in
      let (first, second) = (paths[left].expectedDays ?? -1, paths[right].expectedDays ?? -1)
      return (-first, left) < (-second, right)
    }
    date = snapshot.date
    filter = snapshot.filter.conditions.map(\.description)
    withheld = snapshot.withheld
    seed = question.seed
    self.from = from
    absence =
      from != nil && starts.isEmpty
      ? from.map { snapshot.absence(of: .committee($0)) } : nil
    self.paths = order.map { paths[$0] }
    let concerned = Set(paths.flatMap { $0.steps.map(\.committee) })
    faults = network.faults.filter { fault in
      from == nil || fault.ids.contains { concerned.contains($0) }
    }
  }
}
