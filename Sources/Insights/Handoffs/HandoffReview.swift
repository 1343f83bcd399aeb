package import EcosystemModel
internal import GraphCore

/// What a review of all handoffs finds: what nobody owns, what goes round in circles, where work waits.
public struct HandoffReview: Findings {
  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package internal(set) var filter: [String] = []
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package internal(set) var withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// Rows of the handoffs table.
  public let handoffCount: Int
  /// Pairs of parties that hand over, each direction for itself.
  package let linkCount: Int
  /// Everyone who takes part.
  package let partyCount: Int
  /// Rows that hand over to oneself and are left out of everything else.
  package let selfCount: Int
  /// How often all of them happen.
  package let frequency: HandoffFrequency
  /// Every link, the busiest first.
  package let links: [HandoffStep]
  /// The same at each lifecycle stage by itself, in the order of the stages.
  package let flows: [HandoffFlow]
  /// Handoffs that nobody owns.
  package let ownerless: [HandoffRemark]
  /// Handoffs whose owner is no longer there.
  package let deserted: [HandoffRemark]
  /// Pairs between which work goes to and fro.
  package let pingPongs: [PingPong]
  /// Groups of three or more parties in which work can come back, and a way round in each.
  package let loops: [HandoffLoop]
  /// Parties that get work and pass nothing on.
  package let ends: [HandoffEnd]
  /// Parties that pass work on and get nothing.
  package let starts: [HandoffEnd]
  /// Parties without whom others are cut off.
  package let cutPoints: [CutPoint]
  /// Links that take far longer than others, or far longer at times than at others.
  package let slowLinks: [SlowLink]
  /// Handoffs at an earlier stage than anything their sender gets.
  package let stageBreaches: [StageBreach]
  /// Stages whose order nobody stated: they stand where the table has them, and were not checked for order.
  package let unorderedStages: [String]
  /// Working hours around the clock: of everyone, of each company, of each team spread over time zones.
  package let coverage: [SunCoverage]
  /// The working hours of the team, company or party that was asked about; `nil` if none was.
  package let askedCoverage: SunCoverage?
  /// Links by which work follows the sun: the receiver starts when the giver ends.
  package let relays: [HandoffStep]
  /// The ways round the earth along such links.
  package let relayRounds: [[EntityReference]]
  /// Other links between time zones whose sides never, or hardly, work at the same time.
  package let narrowLinks: [HandoffStep]
  /// The year whose clocks count.
  package let year: Int
  /// Names for the references above, by their text.
  package let names: [String: String]

  /// A shared window shorter than this is too short to hand over in person, in minutes.
  package static let batonMinutes = 30

  init(_ question: HandoffReviewQuestion, in snapshot: Snapshot) throws(InsightError) {
    try snapshot.require(.handoffs, for: "handoffs")
    let network = HandoffNetwork(snapshot.ecosystem)
    let year = snapshot.year
    var describer = HandoffDescriber(network, year: year)
    var links: [HandoffStep] = []
    links.reserveCapacity(network.links.count)
    for link in network.links { links.append(describer.step(link)) }
    let lifecycle = Lifecycle(of: snapshot.ecosystem.handoffs, stated: question.stages)

    date = snapshot.date
    filter = snapshot.filter.conditions.map(\.description)
    withheld = snapshot.withheld
    self.year = year
    handoffCount = snapshot.ecosystem.handoffs.count
    linkCount = links.count
    partyCount = network.parties.count
    selfCount = network.selfRows.count
    frequency = HandoffFrequency(snapshot.ecosystem.handoffs.columns)
    let weights = links.map(\.frequency.weight)
    if weights.contains(where: { $0 != weights[0] }) {
      let order = links.indices.sorted {
        weights[$0] == weights[$1] ? $0 < $1 : weights[$0] > weights[$1]
      }
      self.links = order.map { links[$0] }
    } else {
      self.links = links
    }
    flows = describer.flows(in: lifecycle, links)
    let remarks = HandoffRemarks(network: network, names: describer.names)
    ownerless = remarks.ownerless
    deserted = remarks.deserted(in: snapshot.whole, on: snapshot.date)
    pingPongs = network.pingPongs(names: describer.names)
    (loops, relayRounds) = network.loops().withoutRelays(among: links)
    ends = network.ends(.into)
    starts = network.ends(.out)
    cutPoints = network.cutPoints()
    slowLinks = SlowLink.all(among: links)
    stageBreaches = network.stageBreaches(in: lifecycle, names: describer.names)
    unorderedStages = lifecycle.unordered
    coverage = describer.coverage()
    askedCoverage = try question.coverageOf.map { name throws(InsightError) in
      try describer.coverage(of: name, in: snapshot)
    }
    relays = links.filter { $0.relayGap != nil }
    narrowLinks = links.filter { step in
      guard step.crossings.timeZone, step.relayGap == nil, let minutes = step.overlap?.minutes
      else { return false }
      return min(minutes.winter, minutes.summer) < Self.batonMinutes
    }
    var names: [String: String] = [:]
    names.reserveCapacity(network.parties.count)
    for (party, name) in zip(network.parties, describer.partyNames) {
      names[party.description] = name
    }
    self.names = names
  }

  /// The group with most hours of the day that nobody covers, in winter or in summer; of equals, with most in both.
  package var leastCovered: SunCoverage? {
    func rank(_ group: SunCoverage) -> (Int, Int) {
      (-group.mostUncoveredMinutes, group.coveredMinutes.winter + group.coveredMinutes.summer)
    }
    return coverage.enumerated().min { left, right in
      let (first, second) = (rank(left.element), rank(right.element))
      return first == second ? left.offset < right.offset : first < second
    }?.element
  }
}
