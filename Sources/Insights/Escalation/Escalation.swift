public import EcosystemModel

/// The ways up from each committee to the final decider, how long they take, and what is wrong with them.
public struct Escalation: Findings {
  /// The day the answer stands for.
  public let date: CalendarDate?
  /// The committee asked about; nothing for all at which proposals begin.
  public let from: Committee.ID?
  /// The ways, those that take longest first, those of unknown length last.
  public let paths: [EscalationPath]
  /// What is wrong with the committees.
  public let faults: [EscalationFault]
  /// The seed of the simulations.
  public let seed: UInt64

  /// Follows proposals upwards.
  ///
  /// - Parameters:
  ///   - start: The committee where a proposal begins; `nil` for every committee that nobody escalates to.
  ///   - ecosystem: Where to look.
  ///   - date: The day, with the figures that committees had on it; `nil` for all rows.
  ///   - seed: The seed of the simulations.
  /// - Throws: ``InsightError`` if there are no committees, or the one asked for is not there on that day.
  /// - Complexity: O(starts · (committees + 10,000 · levels)).
  public init(
    from start: Committee.ID? = nil, in ecosystem: Ecosystem, on date: CalendarDate? = nil,
    seed: UInt64 = 1
  ) throws(InsightError) {
    let present = ecosystem.asOf(date)
    try present.require(.committees, for: "escalation", on: date, of: ecosystem)
    let network = EscalationNetwork(present)
    var starts = network.starts
    if let start {
      guard let position = present.committees.position(of: start) else {
        let name = ecosystem.name(of: .committee(start))
        throw InsightError(
          .unknownName, "The committee “\(name)” is not there\(date.map { " on \($0)" } ?? "").")
      }
      starts = [position]
    }
    var paths: [EscalationPath] = []
    for start in starts { paths.append(try network.path(from: start, seed: seed)) }
    let order = paths.indices.sorted { left, right in
      let (first, second) = (paths[left].expectedDays ?? -1, paths[right].expectedDays ?? -1)
      return (-first, left) < (-second, right)
    }
    self.date = date
    self.seed = seed
    from = start
    self.paths = order.map { paths[$0] }
    let concerned = Set(paths.flatMap { $0.steps.map(\.committee) })
    faults = network.faults(in: ecosystem).filter { fault in
      start == nil || fault.ids.contains { concerned.contains($0) }
    }
  }

  /// The mean of the expected days over all ways whose length is known.
  public var meanExpectedDays: Double? {
    Spread(paths.compactMap(\.expectedDays))?.mean
  }
}
