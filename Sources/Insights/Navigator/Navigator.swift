public import EcosystemModel

/// A tie of somebody whom one wants to reach.
public struct Door: Hashable, Sendable, Codable {
  /// The end of the tie that belongs to whom one wants to reach, by name.
  public let inside: String
  /// The other end, by name.
  public let outside: String
  /// The company of the other end, by name.
  public let company: String?
  /// What ties them.
  public let kind: String
  /// How strong the tie is.
  public let weight: Double?
  /// Who is accountable for it, by name.
  public let owner: String?
}

/// Somebody who owns ties to whom one wants to reach.
public struct DoorKeeper: Hashable, Sendable, Codable {
  /// The person.
  public let person: Person.ID
  /// Their name.
  public let name: String
  /// How many ties they own.
  public let count: Int
  /// Who is on the other end of these ties, by name, each once.
  public let outside: [String]
}

/// Whom to go through to reach a company, a function, a person, a committee or an alliance.
public struct Navigator: Findings {
  /// The day the answer stands for.
  public let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  public internal(set) var filter: [String] = []
  /// Whom one wants to reach.
  public let to: EntityReference
  /// The name of whom one wants to reach.
  public let toName: String
  /// Who wants to reach them.
  public let from: EntityReference?
  /// The name of who wants to reach them.
  public let fromName: String?
  /// The best introductions, best first.
  public let introductions: [[IntroductionStep]]
  /// The ties that lead from outside to whom one wants to reach, with their owners.
  public let doors: [Door]
  /// Those who own such ties, those with most first.
  public let doorKeepers: [DoorKeeper]
  /// Brokers around both ends, by company.
  public let companyBrokers: [Broker]
  /// Brokers around both ends, by function.
  public let functionBrokers: [Broker]
  /// The partners tier by tier, where one wants to reach a company or a part of one.
  public let tiers: [PartnerTier]
  /// The company whose partners these are, by name.
  public let tierCompany: String?
  /// Committees too large to mean that all their members deal with each other.
  public let skippedCommittees: Int

  init(_ question: NavigatorQuestion, in snapshot: Snapshot) throws(InsightError) {
    let (to, from) = (question.to, question.from)
    let present = snapshot.ecosystem
    let names = PartyNames(present)
    for end in [to, from].compactMap({ $0 }) where !present.contains(end) || end.kind == .program {
      throw InsightError(
        .unknownName,
        end.kind == .program
          ? "“\(snapshot.whole.name(of: end))” is a program; name its alliance or its lead."
          : snapshot.absence(of: end))
    }
    guard to != from else {
      throw InsightError(.badOption, "An introduction needs two different ends.")
    }
    date = snapshot.date
    filter = snapshot.filter.conditions.map(\.description)
    self.to = to
    self.from = from
    toName = names[to]
    fromName = from.map { names[$0] }
    if let from {
      introductions = try IntroductionNetwork(present)
        .introductions(from: from, to: to, limit: question.limit, names: names)
    } else {
      introductions = []
    }
    let circle = present.circle(of: to)
    let found = present.doors(to: circle, names: names)
    doors = found.map(\.door)
    doorKeepers = Self.doorKeepers(found, names: names)
    let network = BrokerNetwork(snapshot)
    let near = network.circle(
      around: circle.union(from.map { present.circle(of: $0) } ?? []).sorted()
    ).union(introductions.flatMap { $0.flatMap { [$0.from, $0.to] } })
    skippedCommittees = network.skippedCommittees
    companyBrokers = try network.brokers(
      among: near, by: { present.company(of: $0).map { present.name(of: .company($0)) } },
      names: names)
    functionBrokers = try network.brokers(
      among: near,
      by: { present.function(of: $0).map { present.name(of: .function($0)) } }, names: names)
    if let company = present.company(of: to) {
      tiers = CompanyNetwork(present).tiers(around: company, depth: question.tier)
      tierCompany = present.name(of: .company(company))
    } else {
      tiers = []
      tierCompany = nil
    }
  }

  private static func doorKeepers(
    _ doors: [(door: Door, owner: Person.ID?)], names: PartyNames
  ) -> [DoorKeeper] {
    var order: [Person.ID] = []
    var outside: [Person.ID: [String]] = [:]
    var counts: [Person.ID: Int] = [:]
    for (door, owner) in doors {
      guard let owner else { continue }
      if counts[owner] == nil { order.append(owner) }
      counts[owner, default: 0] += 1
      if !(outside[owner]?.contains(door.outside) ?? false) {
        outside[owner, default: []].append(door.outside)
      }
    }
    return order.enumerated().map { place, person in
      (
        place,
        DoorKeeper(
          person: person, name: names[person], count: counts[person] ?? 0,
          outside: outside[person] ?? [])
      )
    }.sorted { (-$0.1.count, $0.0) < (-$1.1.count, $1.0) }.map(\.1)
  }
}

extension Ecosystem {
  /// An entity with what belongs to it: a company with its functions and people, a function with its own and those under it.
  func circle(of reference: EntityReference) -> Set<EntityReference> {
    var circle: Set<EntityReference> = [reference]
    switch reference {
    case .company(let id):
      for function in functions where function.company == id {
        circle.insert(.function(function.id))
      }
      for person in people where company(of: .person(person.id)) == id {
        circle.insert(.person(person.id))
      }
    case .function(let id):
      var hasGrown = true
      var inside: Set<Function.ID> = [id]
      while hasGrown {
        let below = functions.filter { function in
          function.parent.map(inside.contains) ?? false && !inside.contains(function.id)
        }
        inside.formUnion(below.map(\.id))
        hasGrown = !below.isEmpty
      }
      for function in inside { circle.insert(.function(function)) }
      for person in people where person.function.map(inside.contains) ?? false {
        circle.insert(.person(person.id))
      }
    case .committee(let id):
      for seat in memberships where seat.committee == id { circle.insert(.person(seat.person)) }
    default: break
    }
    return circle
  }

  /// The relationships, handoffs and alliances with one end inside a circle and one outside, in the order of the tables.
  func doors(
    to circle: Set<EntityReference>, names: PartyNames
  ) -> [(door: Door, owner: Person.ID?)] {
    var found: [(door: Door, owner: Person.ID?)] = []
    func add(
      _ from: EntityReference, _ to: EntityReference, _ kind: String, _ weight: Double?,
      _ owner: Person.ID?
    ) {
      guard circle.contains(from) != circle.contains(to) else { return }
      let (inside, outside) = circle.contains(from) ? (from, to) : (to, from)
      let door = Door(
        inside: names[inside], outside: names[outside],
        company: company(of: outside).map { name(of: .company($0)) }, kind: kind, weight: weight,
        owner: owner.map { names[$0] })
      found.append((door, owner))
    }
    for tie in relationships where !tie.isRivalry {
      add(tie.from, tie.to, tie.kind ?? "tied to", tie.weight, tie.owner)
    }
    for handoff in handoffs {
      add(
        handoff.from, handoff.to, handoff.what.map { "hands over: \($0)" } ?? "hands over", nil,
        handoff.owner)
    }
    for alliance in alliances {
      for company in alliance.companies {
        add(.alliance(alliance.id), .company(company), "partner in", nil, alliance.manager)
      }
    }
    return found
  }
}
