public import EcosystemModel
internal import GraphCore

/// What makes a handoff path short.
public enum HandoffMeasure: String, CaseIterable, Hashable, Sendable, Codable {
  /// Few handoffs.
  case steps
  /// Little elapsed time; links with several rows take their median.
  case hours
  /// Few borders between companies, functions and time zones; of equals, the fewest handoffs.
  case crossings
}

/// One way from one party to another.
public struct HandoffPath: Hashable, Sendable, Codable {
  /// The handoffs on the way.
  public let steps: [HandoffStep]
  /// The elapsed hours, each step at its median; steps that state none take `assumedHours`.
  public let hours: Double?
  /// How many steps state no hours.
  public let untimedSteps: Int
  /// How many borders are crossed.
  public let crossings: Int
  /// From end to end by simulation, in hours, where a step has several rows.
  public let simulated: SimulatedDuration?
  /// The sum of the steps' mean hours, which the simulated mean tends to.
  public let meanHours: Double?
}

/// The best ways by which work gets from one party to another.
public struct HandoffPaths: Findings {
  /// The day the answer stands for.
  public let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  public internal(set) var filter: [String] = []
  /// Where the ways begin.
  public let from: EntityReference
  /// Where they end.
  public let to: EntityReference
  /// The names of both.
  public let names: [String]
  /// What the ways are ordered by.
  public let measure: HandoffMeasure
  /// The ways, best first; none repeats a party.
  public let paths: [HandoffPath]
  /// The hours that a step without any is taken to last: the median over all links that state hours.
  public let assumedHours: Double?
  /// How many ways were asked for.
  public let limit: Int
  /// The year whose clocks count.
  public let year: Int

  init(_ question: HandoffPathsQuestion, in snapshot: Snapshot) throws(InsightError) {
    try snapshot.require(.handoffs, for: "handoffs")
    let network = HandoffNetwork(snapshot.ecosystem)
    let year = snapshot.year
    var describer = HandoffDescriber(network, year: year)
    let ends = try [question.from, question.to].map { end throws(InsightError) in
      guard let position = network.position(of: end) else {
        throw InsightError(
          .unknownName,
          "“\(describer.names[end])” takes part in no handoff\(snapshot.date.map { " on \($0)" } ?? "")."
        )
      }
      return NodeIndex(position)
    }
    guard ends[0] != ends[1] else {
      throw InsightError(
        .badOption, "A path needs two different ends.")
    }
    let assumed = Spread(network.links.compactMap { $0.hours?.median })?.median
    if question.measure == .hours, assumed == nil {
      throw InsightError(
        .missingData, "No handoff states its hours; fill the column hours, or count steps.",
        remedy: .steps)
    }
    var weights: [Double] = []
    for link in network.links {
      switch question.measure {
      case .steps: weights.append(1)
      case .hours: weights.append(link.hours?.median ?? assumed ?? 0)
      // An exact fraction, too small for all the steps of a path to outweigh one crossing.
      case .crossings:
        weights.append(Double(describer.crossings(of: link).count) + 1.0 / 1_048_576)
      }
    }
    let found: [Path]
    do throws(AlgorithmError) {
      found = try network.topology.shortestPaths(
        question.limit, from: ends[0], to: ends[1], costs: EdgeCosts(weights))
    } catch {
      throw InsightError(error)
    }
    date = snapshot.date
    filter = snapshot.filter.conditions.map(\.description)
    from = question.from
    to = question.to
    measure = question.measure
    limit = question.limit
    self.year = year
    assumedHours = assumed
    names = [describer.names[from], describer.names[to]]
    paths = found.map { path in
      let links = path.edges.map { network.links[$0.position] }
      return HandoffPath(
        links, network: network, describer: &describer, assumedHours: assumed, seed: question.seed)
    }
  }
}

extension HandoffPath {
  fileprivate init(
    _ links: [HandoffNetwork.Link], network: HandoffNetwork, describer: inout HandoffDescriber,
    assumedHours: Double?, seed: UInt64
  ) {
    var steps: [HandoffStep] = []
    for link in links { steps.append(describer.step(link)) }
    let stated = links.map { link in network.handoffs(of: link).compactMap(\.hours) }
    let samples = stated.map { values in values.isEmpty ? [assumedHours].compactMap { $0 } : values
    }
    self.steps = steps
    untimedSteps = stated.count(where: \.isEmpty)
    crossings = steps.reduce(0) { $0 + $1.crossings.count }
    let isTimed = stated.contains { !$0.isEmpty }
    let spreads = samples.map { Spread($0) }
    hours = isTimed ? spreads.reduce(0) { $0 + ($1?.median ?? 0) } : nil
    meanHours = isTimed ? spreads.reduce(0) { $0 + ($1?.mean ?? 0) } : nil
    simulated =
      samples.contains { $0.count > 1 } ? SimulatedDuration(steps: samples, seed: seed) : nil
  }
}
