internal import EcosystemModel
internal import GraphCore

/// Who may sit on which body: the staff of the companies that take part in it.
///
/// The companies of a committee are the partners of its alliance; without an alliance, all that have a member on it. Present
/// members are always eligible, whoever employs them, and so are people without a known employer.
struct Eligibility {
  /// The people who may sit on each body.
  let people: [PersonSet]
  /// Whether some bodies belong to alliances with partners, so that there is something to be eligible for.
  let isKnown: Bool
  private let personCount: Int

  init(_ family: OverlapFamily) {
    let ecosystem = family.ecosystem
    let count = ecosystem.people.count
    let alliances = ecosystem.alliancesOfCommittees
    let staff = Self.staff(of: ecosystem)
    var seatCompanies: [Committee.ID: Set<Company.ID>] = [:]
    for seat in ecosystem.memberships {
      guard let company = ecosystem.company(of: seat) else { continue }
      seatCompanies[seat.committee, default: []].insert(company)
    }
    var isKnown = false
    people = family.bodies.enumerated().map { position, body in
      var companies: Set<Company.ID> = []
      for committee in body.committees {
        let partners = alliances[committee].flatMap { ecosystem.alliances[$0]?.companies } ?? []
        companies.formUnion(partners.isEmpty ? Array(seatCompanies[committee] ?? []) : partners)
        isKnown = isKnown || !partners.isEmpty
      }
      var eligible = staff.unknown
      for company in companies {
        if let people = staff.byCompany[company] { eligible.formUnion(people) }
      }
      if companies.isEmpty { (0..<count).forEach { eligible.insert($0) } }
      for member in family.members(of: position) { eligible.insert(member) }
      return eligible
    }
    self.isKnown = isKnown
    personCount = count
  }

  /// The people whom each company employs, now or at some time, or sends to a committee; and those nobody employs.
  private static func staff(
    of ecosystem: Ecosystem
  ) -> (byCompany: [Company.ID: PersonSet], unknown: PersonSet) {
    let empty = PersonSet(count: ecosystem.people.count)
    var byCompany: [Company.ID: PersonSet] = [:]
    var unknown = empty
    var isEmployed = [Bool](repeating: false, count: ecosystem.people.count)
    func add(_ person: Int?, _ company: Company.ID?) {
      guard let person, let company else { return }
      byCompany[company, default: empty].insert(person)
      isEmployed[person] = true
    }
    for (position, person) in ecosystem.people.enumerated() {
      add(position, ecosystem.company(of: .person(person.id)))
    }
    for employment in ecosystem.affiliations {
      add(ecosystem.people.position(of: employment.person), employment.company)
    }
    for seat in ecosystem.memberships {
      add(ecosystem.people.position(of: seat.person), ecosystem.company(of: seat))
    }
    for person in isEmployed.indices where !isEmployed[person] { unknown.insert(person) }
    return (byCompany, unknown)
  }

  /// The seats that nobody could have given: a person on a body of companies that do not employ them.
  ///
  /// - Parameter limit: The largest number wanted.
  /// - Returns: The seats, or nothing where there are more.
  func prohibitedTies(limit: Int) -> StructuralTies? {
    guard people.reduce(0, { $0 + personCount - $1.count }) <= limit else { return nil }
    var ties: Set<StructuralTies.Tie> = []
    for (body, eligible) in people.enumerated() {
      for person in 0..<personCount where !eligible.contains(person) {
        ties.insert(.init(left: NodeIndex(person), right: NodeIndex(body)))
      }
    }
    return StructuralTies(prohibited: ties)
  }
}
