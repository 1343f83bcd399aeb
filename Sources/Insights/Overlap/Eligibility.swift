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
    let hierarchy = family.hierarchy
    let staff = Self.staff(of: family)
    var seatCompanies = [Set<Int>](repeating: [], count: ecosystem.committees.count)
    for seat in family.seats {
      guard let committee = hierarchy.committee(ofSeat: seat),
        let company = hierarchy.company(ofSeat: seat)
      else { continue }
      seatCompanies[committee].insert(company)
    }
    var isKnown = false
    people = family.committees.enumerated().map { position, committees in
      var companies: Set<Int> = []
      for committee in committees {
        let partners =
          hierarchy.alliance(ofCommittee: committee).map { hierarchy.partners(ofAlliance: $0) }
          ?? []
        companies.formUnion(partners.isEmpty ? Array(seatCompanies[committee]) : partners)
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
    of family: OverlapFamily
  ) -> (byCompany: [Int: PersonSet], unknown: PersonSet) {
    let ecosystem = family.ecosystem
    let hierarchy = family.hierarchy
    let empty = PersonSet(count: ecosystem.people.count)
    var byCompany: [Int: PersonSet] = [:]
    var unknown = empty
    var isEmployed = [Bool](repeating: false, count: ecosystem.people.count)
    func add(_ person: Int?, _ company: Int?) {
      guard let person, let company else { return }
      byCompany[company, default: empty].insert(person)
      isEmployed[person] = true
    }
    for person in ecosystem.people.indices { add(person, hierarchy.company(ofPerson: person)) }
    for employment in ecosystem.affiliations {
      add(
        ecosystem.people.position(of: employment.person),
        ecosystem.companies.position(of: employment.company))
    }
    for seat in family.seats {
      add(hierarchy.person(inSeat: seat), hierarchy.company(ofSeat: seat))
    }
    for person in isEmployed.indices where !isEmployed[person] { unknown.insert(person) }
    return (byCompany, unknown)
  }

  /// The seats that nobody could have given: a person on a body of companies that do not employ them.
  ///
  /// - Parameter limit: The largest number wanted.
  /// - Returns: The seats, or `nil` where there are more.
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
