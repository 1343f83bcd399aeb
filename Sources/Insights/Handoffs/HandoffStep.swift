package import EcosystemModel

/// Which borders a handoff crosses.
package struct Crossings: Hashable, Sendable, Codable {
  /// From one company to another; not where a side is a joint body.
  package let company: Bool
  /// From one function, or one joint body, to another.
  package let function: Bool
  /// From one clock to another, in winter or in summer; not where a side has no time zone.
  package let timeZone: Bool

  /// How many of the three borders are crossed.
  package var count: Int { (company ? 1 : 0) + (function ? 1 : 0) + (timeZone ? 1 : 0) }
}

/// When the two sides of a handoff are at work at the same time.
package struct WorkingOverlap: Hashable, Sendable, Codable {
  /// Minutes of the day, 0 to 1440.
  package let minutes: Seasonal<Int>
  /// When, in UTC.
  package let spans: Seasonal<[ClockSpan]>
  /// Whether the hours of a side are assumed, 09:00–17:00.
  package let isAssumed: Bool
}

/// All handoffs from one party to another, or those of one way.
package struct HandoffStep: Hashable, Sendable, Codable {
  /// Who hands over.
  package let from: EntityReference
  /// Who takes over.
  package let to: EntityReference
  /// The name of the party that hands over.
  package let fromName: String
  /// The name of the party that takes over.
  package let toName: String
  /// What is handed over, thing by thing.
  package let items: [HandoffItem]
  /// How often.
  package let frequency: HandoffFrequency
  /// The borders crossed.
  package let crossings: Crossings
  /// When both are at work; `nil` where a side has no known time zone.
  package let overlap: WorkingOverlap?
  /// Minutes from the end of the giver's day to the start of the receiver's, below zero where they overlap, if work
  /// follows the sun here: the receiver starts when the giver ends.
  package let relayGap: Seasonal<Int>?
  /// Minutes from the start of the giver's day to that of the receiver's, if the receiver starts while the giver is at
  /// work, or when the giver ends.
  package let sunShift: Seasonal<Int>?

  /// How many rows of the handoffs table say so.
  package var rowCount: Int { items.reduce(0) { $0 + $1.rowCount } }
  /// What is handed over, each once.
  package var what: [String] { HandoffItem.distinct(items.flatMap(\.what)) }
  /// At which lifecycle stages, each once.
  package var stages: [String] { HandoffItem.distinct(items.flatMap(\.stages)) }
  /// The names of those accountable, each once.
  package var owners: [String] { HandoffItem.distinct(items.flatMap(\.owners)) }
  /// How many rows name no owner.
  package var ownerlessCount: Int { items.reduce(0) { $0 + $1.ownerlessCount } }
  /// The elapsed hours of the only thing handed over; `nil` where there are several, which have no time in common.
  package var hours: Spread? { items.count == 1 ? items[0].hours : nil }
}

/// Describes the links of a network, and remembers what they share.
struct HandoffDescriber {
  let network: HandoffNetwork
  let names: PartyNames
  var times: WorkingTimes
  /// The name of each party, and the company of each.
  let partyNames: [String]
  private let companies: [Company.ID?]
  /// The function each party works in, or the party itself where it is or has none.
  private let units: [EntityReference]

  /// Looks at working hours in a year.
  init(_ network: HandoffNetwork, year: Int) {
    self.network = network
    let names = PartyNames(network.ecosystem)
    self.names = names
    partyNames = network.parties.map { names[$0] }
    companies = network.parties.map { network.ecosystem.company(of: $0) }
    let people = network.ecosystem.people
    units = network.parties.map { party in
      guard case .person(let id) = party, let position = people.position(of: id),
        let function = people[position].function
      else { return party }
      return .function(function)
    }
    times = WorkingTimes(network.ecosystem, year: year)
  }

  /// Describes a link with everything that it hands over.
  mutating func step(_ link: HandoffNetwork.Link) -> HandoffStep {
    // Most links have a single row.
    link.rows.count == 1
      ? step(
        link, [item(link.rows[0])], HandoffFrequency(ofRow: link.rows[0], in: network.ecosystem))
      : step(link, things: network.things(of: link))
  }

  /// Describes a link with some of the things that it hands over, each with its rows.
  mutating func step(_ link: HandoffNetwork.Link, things: [[Int]]) -> HandoffStep {
    step(link, things.map(item), HandoffFrequency(rows(things.flatMap { $0 })))
  }

  private mutating func step(
    _ link: HandoffNetwork.Link, _ items: [HandoffItem], _ frequency: HandoffFrequency
  ) -> HandoffStep {
    let (from, to) = (network.parties[link.from], network.parties[link.to])
    let crossings = crossings(of: link)
    let relay = relay(from: from, to: to)
    return HandoffStep(
      from: from, to: to, fromName: partyNames[link.from], toName: partyNames[link.to],
      items: items, frequency: frequency, crossings: crossings,
      overlap: overlap(between: from, and: to),
      relayGap: crossings.timeZone ? relay?.gap : nil, sunShift: relay?.shift)
  }

  func item(_ rows: [Int]) -> HandoffItem { HandoffItem(self.rows(rows), names: names) }

  /// Describes the only row of a link.
  private func item(_ row: Int) -> HandoffItem {
    HandoffItem(row: row, in: network.ecosystem.handoffs.columns, names: names)
  }

  /// Who a party is, and for whom.
  func party(_ position: Int) -> HandoffFlow.Party {
    HandoffFlow.Party(
      reference: network.parties[position],
      name: network.ecosystem.name(of: network.parties[position]),
      company: companies[position].map { network.ecosystem.name(of: .company($0)) })
  }

  private func rows(_ rows: [Int]) -> [Handoff] { rows.map { network.ecosystem.handoffs[$0] } }

  /// How one working day follows another: from start to start where the second begins no later than the first ends, and
  /// from end to start where it begins just then.
  ///
  /// A gap of half an hour is none, and clocks that change apart move it by an hour in the other half of the year. Hours
  /// that are assumed are nobody's plan.
  private mutating func relay(
    from giver: EntityReference, to receiver: EntityReference
  ) -> (shift: Seasonal<Int>, gap: Seasonal<Int>?)? {
    guard let first = times.time(of: giver), let second = times.time(of: receiver),
      !first.isAssumed, !second.isAssumed, let one = first.day, let other = second.day
    else { return nil }
    func shift(_ season: Season) -> Int {
      (other[season].lowerBound - one[season].lowerBound + 1440) % 1440
    }
    let shifts = Seasonal(winter: shift(.winter), summer: shift(.summer))
    let gaps = Seasonal(
      winter: shifts.winter - one.winter.count, summer: shifts.summer - one.summer.count)
    let limit = HandoffReview.batonMinutes
    guard min(gaps.winter, gaps.summer) <= limit, max(gaps.winter, gaps.summer) <= limit + 60 else {
      return nil
    }
    let (least, most) = (
      min(abs(gaps.winter), abs(gaps.summer)), max(abs(gaps.winter), abs(gaps.summer))
    )
    return (shifts, least <= limit && most <= limit + 60 ? gaps : nil)
  }

  mutating func crossings(of link: HandoffNetwork.Link) -> Crossings {
    let (from, to) = (network.parties[link.from], network.parties[link.to])
    let companies = (companies[link.from], companies[link.to])
    let clocks = (times.time(of: from)?.offset, times.time(of: to)?.offset)
    return Crossings(
      company: companies.0 != nil && companies.1 != nil && companies.0 != companies.1,
      function: units[link.from] != units[link.to],
      timeZone: clocks.0 != nil && clocks.1 != nil && clocks.0 != clocks.1)
  }

  private mutating func overlap(
    between from: EntityReference, and to: EntityReference
  ) -> WorkingOverlap? {
    guard let first = times.time(of: from), let second = times.time(of: to) else { return nil }
    let both = first.overlap(with: second)
    return WorkingOverlap(
      minutes: both.map(\.count), spans: both.map { $0.stretches.map(ClockSpan.init) },
      isAssumed: first.isAssumed || second.isAssumed)
  }
}
