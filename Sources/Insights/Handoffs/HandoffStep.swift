public import EcosystemModel

/// Which borders a handoff crosses.
public struct Crossings: Hashable, Sendable, Codable {
  /// From one company to another; not where a side is a joint body.
  public let company: Bool
  /// From one function, or one joint body, to another.
  public let function: Bool
  /// From one clock to another, in winter or in summer; not where a side has no time zone.
  public let timeZone: Bool

  /// How many of the three borders are crossed.
  public var count: Int { (company ? 1 : 0) + (function ? 1 : 0) + (timeZone ? 1 : 0) }
}

/// When the two sides of a handoff are at work at the same time.
public struct WorkingOverlap: Hashable, Sendable, Codable {
  /// Minutes of the day, 0 to 1440.
  public let minutes: Seasonal<Int>
  /// When, in UTC.
  public let spans: Seasonal<[ClockSpan]>
  /// Whether the hours of a side are assumed, 09:00–17:00.
  public let isAssumed: Bool
}

/// All handoffs from one party to another.
public struct HandoffStep: Hashable, Sendable, Codable {
  /// Who hands over.
  public let from: EntityReference
  /// Who takes over.
  public let to: EntityReference
  /// The name of the party that hands over.
  public let fromName: String
  /// The name of the party that takes over.
  public let toName: String
  /// How many rows of the handoffs table say so.
  public let rowCount: Int
  /// What is handed over, each once.
  public let what: [String]
  /// At which lifecycle stages, each once.
  public let stages: [String]
  /// The names of those accountable, each once.
  public let owners: [String]
  /// How many rows name no owner.
  public let ownerlessCount: Int
  /// The elapsed hours that the rows state.
  public let hours: Spread?
  /// The borders crossed.
  public let crossings: Crossings
  /// When both are at work; nothing where a side has no known time zone.
  public let overlap: WorkingOverlap?
}

/// Describes the links of a network, and remembers what they share.
struct HandoffDescriber {
  let network: HandoffNetwork
  let names: PartyNames
  var times: WorkingTimes

  /// Looks at working hours in a year.
  init(_ network: HandoffNetwork, year: Int) {
    self.network = network
    names = PartyNames(network.ecosystem)
    times = WorkingTimes(network.ecosystem, year: year)
  }

  mutating func step(_ link: HandoffNetwork.Link) -> HandoffStep {
    let (from, to) = (network.parties[link.from], network.parties[link.to])
    let overlap = overlap(between: from, and: to)
    return HandoffStep(
      from: from, to: to, fromName: names[from], toName: names[to], rowCount: link.rows.count,
      what: network.values(of: link, \.what), stages: network.values(of: link, \.stage),
      owners: network.values(of: link, \.owner).map { names[$0] },
      ownerlessCount: network.handoffs(of: link).count { $0.owner == nil }, hours: link.hours,
      crossings: crossings(of: link), overlap: overlap)
  }

  mutating func crossings(of link: HandoffNetwork.Link) -> Crossings {
    let (from, to) = (network.parties[link.from], network.parties[link.to])
    let ecosystem = network.ecosystem
    let companies = (ecosystem.company(of: from), ecosystem.company(of: to))
    let clocks = (times.time(of: from)?.offset, times.time(of: to)?.offset)
    return Crossings(
      company: companies.0 != nil && companies.1 != nil && companies.0 != companies.1,
      function: unit(of: from) != unit(of: to),
      timeZone: clocks.0 != nil && clocks.1 != nil && clocks.0 != clocks.1)
  }

  /// The function a party works in, or the party itself where it is or has none.
  private func unit(of party: EntityReference) -> EntityReference {
    guard case .person(let id) = party, let function = network.ecosystem.people[id]?.function else {
      return party
    }
    return .function(function)
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
