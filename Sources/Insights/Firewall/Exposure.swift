package import EcosystemModel

/// What ties a person to one side of a firewall.
package struct Exposure: Hashable, Sendable, Codable {
  /// The person.
  package let person: Person.ID
  /// Where the person meets the side: a committee, a program, the alliance or the company itself.
  package let place: EntityReference
  /// What the person does there, such as `member of JSC` or `manages the alliance`.
  package let part: String
  /// While it holds.
  package let validity: Validity
}

/// Finds who is exposed to a side of a firewall.
///
/// To an alliance: whoever has a seat on one of its committees, observers included, manages it, leads one of its programs,
/// or is tied to it by a relationship. To a company: its employees, and whoever is exposed to an alliance in which it is
/// a partner and the other side is not.
struct ExposureIndex {
  private let ecosystem: Ecosystem
  private var byAlliance: [Alliance.ID: [Exposure]] = [:]
  private var byCompany: [Company.ID: [Exposure]] = [:]

  /// Indexes an ecosystem in O(rows of all tables).
  init(_ snapshot: Snapshot) {
    ecosystem = snapshot.ecosystem
    addSeats(snapshot.hierarchy)
    addAlliances()
    addTies()
    addEmployments()
  }

  /// Everyone exposed to a side, in the order of the tables.
  ///
  /// - Parameters:
  ///   - side: An alliance or a company.
  ///   - other: The other side of the firewall.
  /// - Returns: What ties people to the side, at all times.
  func exposures(to side: EntityReference, against other: EntityReference) -> [Exposure] {
    switch side {
    case .alliance(let id): return byAlliance[id] ?? []
    case .company(let id):
      let alliances = ecosystem.alliances.filter { alliance in
        guard alliance.companies.contains(id) else { return false }
        switch other {
        case .company(let rival): return !alliance.companies.contains(rival)
        case .alliance(let rival): return alliance.id != rival
        default: return true
        }
      }
      return (byCompany[id] ?? []) + alliances.flatMap { byAlliance[$0.id] ?? [] }
    default: return []
    }
  }

  private mutating func addSeats(_ hierarchy: Hierarchy) {
    for (position, seat) in ecosystem.memberships.enumerated() {
      guard let row = hierarchy.committee(ofSeat: position),
        let alliance = hierarchy.alliance(ofCommittee: row).map({ ecosystem.alliances[$0] })
      else { continue }
      let committee = ecosystem.committees[row]
      let validity = seat.validity.during(committee.validity).during(alliance.validity)
      byAlliance[alliance.id, default: []].append(
        Exposure(
          person: seat.person, place: .committee(committee.id),
          part: "\(seat.role.rawValue) of \(committee.name)", validity: validity))
    }
  }

  private mutating func addAlliances() {
    for alliance in ecosystem.alliances {
      guard let manager = alliance.manager else { continue }
      byAlliance[alliance.id, default: []].append(
        Exposure(
          person: manager, place: .alliance(alliance.id), part: "manages \(alliance.name)",
          validity: alliance.validity))
    }
    for program in ecosystem.programs {
      guard let lead = program.lead else { continue }
      let alliance = ecosystem.alliances[program.alliance]?.validity ?? Validity()
      byAlliance[program.alliance, default: []].append(
        Exposure(
          person: lead, place: .program(program.id), part: "leads \(program.name)",
          validity: program.validity.during(alliance)))
    }
  }

  private mutating func addTies() {
    for tie in ecosystem.relationships {
      for (person, other) in [(tie.from, tie.to), (tie.to, tie.from)] {
        guard case .person(let person) = person else { continue }
        let exposure = Exposure(
          person: person, place: other,
          part: "\(tie.kind ?? "linked to") \(ecosystem.name(of: other))", validity: tie.validity)
        switch other {
        case .alliance(let id): byAlliance[id, default: []].append(exposure)
        case .program(let id):
          guard let alliance = ecosystem.programs[id]?.alliance else { continue }
          byAlliance[alliance, default: []].append(exposure)
        default: continue
        }
      }
    }
  }

  private mutating func addEmployments() {
    var further: [Person.ID: [Affiliation]] = [:]
    for affiliation in ecosystem.affiliations {
      further[affiliation.person, default: []].append(affiliation)
    }
    for person in ecosystem.people {
      let own = ecosystem.company(of: .person(person.id))
      let all = further[person.id] ?? []
      if let own, !all.contains(where: { $0.company == own }) {
        addEmployment(person.id, own, Validity())
      }
      for affiliation in all { addEmployment(person.id, affiliation.company, affiliation.validity) }
    }
  }

  private mutating func addEmployment(
    _ person: Person.ID, _ company: Company.ID, _ validity: Validity
  ) {
    byCompany[company, default: []].append(
      Exposure(
        person: person, place: .company(company),
        part: "works for \(ecosystem.name(of: .company(company)))", validity: validity))
  }
}
