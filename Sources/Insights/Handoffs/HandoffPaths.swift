package import EcosystemModel
internal import GraphCore

/// What makes a handoff path short.
public enum HandoffMeasure: String, CaseIterable, Hashable, Sendable, Codable {
  /// Few handoffs; of equals, the least time.
  case steps
  /// Little elapsed time; what happens several times takes its median.
  case hours
  /// Few borders between companies, functions and time zones; of equals, the fewest handoffs.
  case crossings
}

/// One way from one party to another: a chain of contacts.
///
/// What passes at one step need not be what passes at the next, and nothing waits for what comes from elsewhere: the hours
/// are those of the chain, not of a project.
public struct HandoffPath: Hashable, Sendable, Codable {
  /// The handoffs on the way, each with the one thing that is quickest to pass there.
  package let steps: [HandoffStep]
  /// The elapsed hours, each step at its median; steps that state none take `assumedHours`.
  public let hours: Double?
  /// How many steps state no hours.
  package let untimedSteps: Int
  /// How many borders are crossed.
  public let crossings: Int
  /// From end to end by simulation, in hours, where a step has several rows.
  package let simulated: SimulatedDuration?
  /// The sum of the steps' mean hours, which the simulated mean tends to.
  package let meanHours: Double?
}

/// The shortest chains of contacts by which work can get from one party to another.
public struct HandoffPaths: Findings {
  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package internal(set) var filter: [String] = []
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package internal(set) var withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// Where the ways begin.
  package let from: EntityReference
  /// Where they end.
  package let to: EntityReference
  /// The names of both.
  package let names: [String]
  /// The names of those of both that take part in no handoff.
  package let absent: [String]
  /// What the ways are ordered by.
  package let measure: HandoffMeasure
  /// The ways, best first; none repeats a party.
  public let paths: [HandoffPath]
  /// Whether ways may go back to earlier stages and over several alliances.
  package let isAnyStage: Bool
  /// Whether there is a way if they may, where there is none otherwise.
  package let isBlockedByStages: Bool
  /// The hours that a step without any is taken to last: the median of all handoffs.
  package let assumedHours: Double?
  /// How often all handoffs happen.
  package let frequency: HandoffFrequency
  /// How many ways were asked for.
  package let limit: Int
  /// The year whose clocks count.
  package let year: Int

  init(_ question: HandoffPathsQuestion, in snapshot: Snapshot) throws(InsightError) {
    try snapshot.require(.handoffs, for: "handoffs")
    let network = HandoffNetwork(snapshot.ecosystem)
    let from = try question.from.resolved(snapshot.handoffParty)
    let to = try question.to.resolved(snapshot.handoffParty)
    guard from != to else {
      throw InsightError(.badOption, "A way needs two different ends; both are the same.")
    }
    let routes = HandoffRoutes(
      network,
      in: question.isAnyStage
        ? nil : Lifecycle(of: snapshot.ecosystem.handoffs, stated: question.stages))
    if question.measure == .hours, routes.assumedHours == nil {
      throw InsightError(
        .missingData, "No handoff states its hours; fill the column hours, or count steps.",
        remedy: .steps)
    }
    var search = HandoffPathSearch(
      describer: HandoffDescriber(network, year: snapshot.year), measure: question.measure,
      ends: (network.position(of: from), network.position(of: to)),
      seed: question.seed)
    paths = try search.paths(question.limit, along: routes)
    if paths.isEmpty, !question.isAnyStage {
      let free = try search.paths(1, along: HandoffRoutes(network, in: nil))
      isBlockedByStages = !free.isEmpty
    } else {
      isBlockedByStages = false
    }
    date = snapshot.date
    filter = snapshot.filter.conditions.map(\.description)
    withheld = snapshot.withheld
    self.from = from
    self.to = to
    measure = question.measure
    isAnyStage = question.isAnyStage
    limit = question.limit
    year = snapshot.year
    frequency = HandoffFrequency(snapshot.ecosystem.handoffs)
    assumedHours = routes.assumedHours
    let partyNames = search.describer.names
    names = [partyNames[from], partyNames[to]]
    absent = [from, to].filter { network.position(of: $0) == nil }
      .map { partyNames[$0] }
  }
}

/// Finds the best ways and describes them.
private struct HandoffPathSearch {
  var describer: HandoffDescriber
  let measure: HandoffMeasure
  let ends: (from: Int?, to: Int?)
  let seed: UInt64

  /// The best ways along some routes; none where an end takes part in no handoff.
  mutating func paths(_ limit: Int, along routes: HandoffRoutes) throws(InsightError)
    -> [HandoffPath]
  {
    guard let from = ends.from, let to = ends.to else { return [] }
    let network = describer.network
    var borders: [Double] = []
    if measure == .crossings {
      for link in network.links { borders.append(Double(describer.crossings(of: link).count)) }
    }
    let longest = network.ecosystem.handoffs.compactMap(\.hours).max() ?? 0
    // Exact fractions, too small for all the steps of a way, or all its hours, to outweigh what is counted.
    let (step, hour) = (1.0 / 1_048_576, 1 / (1_048_576 * max(longest, 1)))
    let found: [[HandoffRoutes.Offer]]
    do throws(AlgorithmError) {
      found = try routes.best(limit, from: from, to: to) { offer in
        let hours = offer.hours ?? routes.assumedHours ?? 0
        return switch measure {
        case .steps: 1 + hours * hour
        case .hours: hours + step
        case .crossings: borders[offer.link] + step + hours * hour * step
        }
      }
    } catch {
      throw InsightError(error)
    }
    return found.map { path($0, assumedHours: routes.assumedHours) }
  }

  private mutating func path(
    _ offers: [HandoffRoutes.Offer], assumedHours: Double?
  ) -> HandoffPath {
    let network = describer.network
    var steps: [HandoffStep] = []
    for offer in offers {
      steps.append(describer.step(network.links[offer.link], things: [offer.rows]))
    }
    let stated = offers.map { offer in
      HandoffItem.samples(offer.rows.map { network.ecosystem.handoffs[$0] })
    }
    let samples = stated.map { values in
      values.isEmpty ? [assumedHours].compactMap { $0 }.map { (value: $0, weight: 1) } : values
    }
    let isTimed = stated.contains { !$0.isEmpty }
    let spreads = samples.map { Spread(weighted: $0) }
    return HandoffPath(
      steps: steps, hours: isTimed ? spreads.reduce(0) { $0 + ($1?.median ?? 0) } : nil,
      untimedSteps: stated.count(where: \.isEmpty),
      crossings: steps.reduce(0) { $0 + $1.crossings.count },
      simulated: samples.contains { $0.count > 1 }
        ? SimulatedDuration(steps: samples, seed: seed) : nil,
      meanHours: isTimed ? spreads.reduce(0) { $0 + ($1?.mean ?? 0) } : nil)
  }
}
