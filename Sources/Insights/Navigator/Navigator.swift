package import EcosystemModel

/// A tie of somebody whom one wants to reach.
package struct BoundaryRelationship: Hashable, Sendable, Codable {
  /// The end of the tie that belongs to whom one wants to reach, by name.
  package let inside: String
  /// The other end, by name.
  package let outside: String
  /// The company of the other end, by name.
  package let company: String?
  /// What ties them; a verb whose subject ``direction`` tells.
  package let kind: String
  /// Which way it leads, seen from the outside in.
  package let direction: IntroductionStep.Direction
  /// How strong the tie is.
  package let weight: Double?
  /// Who is accountable for it, by name.
  package let owner: String?
  /// Whether somebody should be, and nobody is.
  package let isOwnerless: Bool
}

/// Somebody who owns ties to whom one wants to reach.
package struct BoundaryOwner: Hashable, Sendable, Codable {
  /// The person.
  package let person: Person.ID
  /// Their name.
  package let name: String
  /// How many ties they own.
  package let count: Int
  /// Who is on the other end of these ties, by name, each once.
  package let outside: [String]
}

/// Whom to go through to reach a company, a function, a person, a committee or an alliance.
public struct Navigator: Findings {
  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package internal(set) var filter: [String] = []
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package internal(set) var withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// Whom one wants to reach.
  package let to: EntityReference
  /// The name of whom one wants to reach.
  package let toName: String
  /// Who wants to reach them.
  package let from: EntityReference?
  /// The name of who wants to reach them.
  package let fromName: String?
  /// The best introductions, best first.
  package let introductions: [[IntroductionStep]]
  /// The ties that lead from outside to whom one wants to reach, with their owners.
  package let boundaryRelationships: [BoundaryRelationship]
  /// Those who own such ties, those with most first.
  package let boundaryOwners: [BoundaryOwner]
  /// Brokers around both ends, by company.
  package let companyBrokers: [Broker]
  /// Brokers around both ends, by function.
  package let functionBrokers: [Broker]
  /// The partners tier by tier, where one wants to reach a company or a part of one.
  package let tiers: [PartnerTier]
  /// The company whose partners these are, by name.
  package let tierCompany: String?
  /// Committees too large to mean that all their members deal with each other.
  package let skippedCommittees: Int
  /// Whether brokers are companies, since nothing ties people or functions.
  package let brokersAreCompanies: Bool

  init(_ question: NavigatorQuestion, in snapshot: Snapshot) throws(InsightError) {
    let to = try question.to.resolved(snapshot.navigable)
    let from = try question.from?.resolved(snapshot.navigable)
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
    withheld = snapshot.withheld
    self.to = to
    self.from = from
    toName = names[to]
    fromName = from.map { names[$0] }
    if let from {
      introductions = try IntroductionNetwork(snapshot)
        .introductions(from: from, to: to, limit: question.limit, names: names)
    } else {
      introductions = []
    }
    let interior = present.interior(of: to)
    let found = present.boundaryRelationships(
      to: interior, names: names, ownership: Ownership(of: snapshot.whole))
    boundaryRelationships = found.map(\.relationship)
    boundaryOwners = Self.boundaryOwners(found, names: names)
    let network = BrokerNetwork(snapshot)
    let near = network.egoNetwork(
      of: interior.union(from.map { present.interior(of: $0) } ?? []).sorted()
    ).union(introductions.flatMap { $0.flatMap { [$0.from, $0.to] } })
    skippedCommittees = network.skippedCommittees
    brokersAreCompanies = network.isOfCompanies
    let brokers = try network.brokers(
      among: near,
      by: [
        { present.company(of: $0).map { present.name(of: .company($0)) } },
        { present.function(of: $0).map { present.name(of: .function($0)) } },
      ], names: names)
    (companyBrokers, functionBrokers) = (brokers[0], brokers[1])
    if let company = present.company(of: to) {
      tiers = CompanyNetwork(present).tiers(around: company, depth: question.tier)
      tierCompany = present.name(of: .company(company))
    } else {
      tiers = []
      tierCompany = nil
    }
  }

  private static func boundaryOwners(
    _ boundaryRelationships: [(relationship: BoundaryRelationship, owner: Person.ID?)],
    names: PartyNames
  ) -> [BoundaryOwner] {
    var order: [Person.ID] = []
    var outside: [Person.ID: [String]] = [:]
    var counts: [Person.ID: Int] = [:]
    for (relationship, owner) in boundaryRelationships {
      guard let owner else { continue }
      if counts[owner] == nil { order.append(owner) }
      counts[owner, default: 0] += 1
      if !(outside[owner]?.contains(relationship.outside) ?? false) {
        outside[owner, default: []].append(relationship.outside)
      }
    }
    return order.enumerated().map { place, person in
      (
        place,
        BoundaryOwner(
          person: person, name: names[person], count: counts[person] ?? 0,
          outside: outside[person] ?? [])
      )
    }.sorted { (-$0.1.count, $0.0) < (-$1.1.count, $1.0) }.map(\.1)
  }
}

extension Ecosystem {
  /// An entity with what belongs to it: a company with its functions and people, a function with its own and those under it.
  func interior(of reference: EntityReference) -> Set<EntityReference> {
    var interior: Set<EntityReference> = [reference]
    switch reference {
    case .company(let id):
      for function in functions where function.company == id {
        interior.insert(.function(function.id))
      }
      for person in people where company(of: .person(person.id)) == id {
        interior.insert(.person(person.id))
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
      for function in inside { interior.insert(.function(function)) }
      for person in people where person.function.map(inside.contains) ?? false {
        interior.insert(.person(person.id))
      }
    case .committee(let id):
      for seat in memberships where seat.committee == id { interior.insert(.person(seat.person)) }
    default: break
    }
    return interior
  }

  /// The relationships, handoffs and alliances with one end in an interior and one outside, in the order of the tables.
  func boundaryRelationships(
    to interior: Set<EntityReference>, names: PartyNames, ownership: Ownership
  ) -> [(relationship: BoundaryRelationship, owner: Person.ID?)] {
    var found: [(relationship: BoundaryRelationship, owner: Person.ID?)] = []
    func add(
      _ from: EntityReference, _ to: EntityReference, _ kind: String, isDirected: Bool = true,
      _ weight: Double?, _ owner: Person.ID?, isOwned: Bool?
    ) {
      guard interior.contains(from) != interior.contains(to) else { return }
      let isOutward = interior.contains(from)
      let (inside, outside) = isOutward ? (from, to) : (to, from)
      let relationship = BoundaryRelationship(
        inside: names[inside], outside: names[outside],
        company: company(of: outside).map { name(of: .company($0)) }, kind: kind,
        direction: isDirected ? (isOutward ? .against : .along) : .both, weight: weight,
        owner: owner.map { names[$0] }, isOwnerless: isOwned == false)
      found.append((relationship, owner))
    }
    for tie in relationships where !tie.isRivalry {
      add(
        tie.from, tie.to, tie.kind ?? "linked to", isDirected: tie.isDirected, tie.weight,
        tie.owner,
        isOwned: ownership.isOwned(tie, in: self))
    }
    for handoff in handoffs {
      add(
        handoff.from, handoff.to, handoff.what.map { "hands over: \($0)" } ?? "hands over", nil,
        handoff.owner, isOwned: ownership.isOwned(handoff, in: self))
    }
    for alliance in alliances {
      for company in alliance.companies {
        add(
          .company(company), .alliance(alliance.id), "partner in", nil, alliance.manager,
          isOwned: ownership.isOwned(alliance, in: self))
      }
    }
    return found
  }
}
