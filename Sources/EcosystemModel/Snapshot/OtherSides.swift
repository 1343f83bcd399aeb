/// What pages about some alliances must not name: everybody and everything on the other sides of their firewalls.
///
/// A row of conflicts that names one of the alliances, one of their companies or an owner of these sets its other side against
/// them. With an alliance go its programs, its committees and those who have a seat or a duty there; with a company go
/// those it owns, their functions and people, and the alliances they take part in. Who has a seat or a duty in
/// one of the alliances themselves is named.
struct OtherSides {
  /// The entities that must not be named.
  private(set) var entities: Set<EntityReference> = []
  /// The rows of conflicts that concern the alliances or their companies.
  private(set) var firewalls: Set<Int> = []

  private let ecosystem: Ecosystem
  private let hierarchy: Hierarchy

  /// Looks for the other sides in O(rows of all tables).
  init(of alliances: Set<Alliance.ID>, in ecosystem: Ecosystem) {
    self.ecosystem = ecosystem
    hierarchy = Hierarchy(of: ecosystem)
    let own = Set(alliances.map { EntityReference.alliance($0) })
    let partners = alliances.flatMap { ecosystem.alliances[$0]?.companies ?? [] }
    let sides = own.union(partners.flatMap(owners(of:)).map { .company($0) })
    firewalls = Set(
      ecosystem.conflicts.indices.filter { row in
        let conflict = ecosystem.conflicts[row]
        return sides.contains(conflict.a) || sides.contains(conflict.b)
      })
    var opposed: Set<EntityReference> = []
    for conflict in ecosystem.conflicts {
      for (near, far) in [(conflict.a, conflict.b), (conflict.b, conflict.a)]
      where sides.contains(near) && !sides.contains(far) {
        opposed.insert(far)
      }
    }
    guard !opposed.isEmpty else { return }
    let companies = ecosystem.companies.map(\.id).filter { company in
      !sides.contains(.company(company))
        && owners(of: company).contains { opposed.contains(.company($0)) }
    }
    entities.formUnion(companies.map { .company($0) })
    entities.formUnion(
      ecosystem.functions.filter { entities.contains(.company($0.company)) }.map(\.reference))
    for alliance in ecosystem.alliances where !own.contains(alliance.reference) {
      let isOpposed =
        opposed.contains(alliance.reference)
        || alliance.companies.contains { entities.contains(.company($0)) }
      if isOpposed { entities.insert(alliance.reference) }
    }
    for program in ecosystem.programs where entities.contains(.alliance(program.alliance)) {
      entities.insert(program.reference)
    }
    for (row, committee) in ecosystem.committees.enumerated() {
      let alliance = hierarchy.alliance(ofCommittee: row).map { ecosystem.alliances[$0].reference }
      if alliance.map(entities.contains) ?? false { entities.insert(committee.reference) }
    }
    let named = people(of: own)
    let others = people(of: entities).union(employees(of: Set(companies)))
    entities.formUnion(others.subtracting(named).map { .person($0) })
  }

  /// The company and its owners.
  private func owners(of company: Company.ID) -> [Company.ID] {
    guard let row = ecosystem.companies.position(of: company) else { return [company] }
    return hierarchy.owners(ofCompany: row).map { ecosystem.companies[$0].id }
  }

  /// Who works or worked for companies, or sits somewhere for them.
  private func employees(of companies: Set<Company.ID>) -> Set<Person.ID> {
    var people = Set(
      ecosystem.affiliations.filter { companies.contains($0.company) }.map(\.person))
    for (row, person) in ecosystem.people.enumerated() {
      let employer = hierarchy.company(ofPerson: row).map { ecosystem.companies[$0].id }
      if employer.map(companies.contains) ?? false { people.insert(person.id) }
    }
    for (row, seat) in ecosystem.memberships.enumerated() {
      let company = hierarchy.company(ofSeat: row).map { ecosystem.companies[$0].id }
      if company.map(companies.contains) ?? false { people.insert(seat.person) }
    }
    return people
  }

  /// Who has a seat or a duty in alliances, or a relationship or handoff with what belongs to them.
  private func people(of alliances: Set<EntityReference>) -> Set<Person.ID> {
    var people: Set<Person.ID> = []
    func add(_ person: Person.ID?) { if let person { people.insert(person) } }
    func add(_ reference: EntityReference) {
      if case .person(let person) = reference { people.insert(person) }
    }
    func belongs(_ reference: EntityReference) -> Bool {
      switch reference {
      case .alliance: return alliances.contains(reference)
      case .program(let id):
        return ecosystem.programs[id].map { alliances.contains(.alliance($0.alliance)) } ?? false
      case .committee(let id):
        return ecosystem.committees.position(of: id)
          .flatMap { hierarchy.alliance(ofCommittee: $0) }
          .map { alliances.contains(ecosystem.alliances[$0].reference) } ?? false
      case .company, .function, .person: return false
      }
    }
    for seat in ecosystem.memberships where belongs(.committee(seat.committee)) { add(seat.person) }
    for alliance in ecosystem.alliances where belongs(alliance.reference) {
      add(alliance.manager)
      add(alliance.sponsor)
    }
    for program in ecosystem.programs where belongs(program.reference) { add(program.lead) }
    for committee in ecosystem.committees where belongs(committee.reference) {
      if let designee = committee.designee { add(designee) }
    }
    let only = ecosystem.alliances.count == 1 ? ecosystem.alliances.first?.id : nil
    for handoff in ecosystem.handoffs {
      guard let alliance = handoff.alliance ?? only, belongs(.alliance(alliance)) else { continue }
      add(handoff.owner)
      add(handoff.from)
      add(handoff.to)
    }
    for tie in ecosystem.relationships where belongs(tie.from) || belongs(tie.to) {
      add(tie.from)
      add(tie.to)
      add(tie.owner)
    }
    return people
  }
}
