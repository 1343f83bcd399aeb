internal import EcosystemModel
internal import GraphCore

/// Who may sit on which body: the staff of the companies that take part in it.
///
/// The companies of a committee are the partners of its alliance; without an alliance, all that have a member on it. Present
/// members are always eligible, whoever employs them, and so are people without a known employer.
struct Eligibility {
  /// Whether some bodies belong to alliances with partners, so that there is something to be eligible for.
  let isKnown: Bool
  private let family: OverlapFamily
  /// The companies of each body, ascending; none where everyone is eligible.
  private let companies: [[Int]]
  private let staff: Staff

  /// The people whom each company employs, now or at some time, or sends to a committee; and those nobody employs.
  private struct Staff {
    var byCompany: Grouping
    var people: [Int]
    var isEmployed: [Bool]
  }

  init(_ family: OverlapFamily) {
    let ecosystem = family.ecosystem
    let hierarchy = family.hierarchy
    var seatCompanies = [Set<Int>](repeating: [], count: ecosystem.committees.count)
    for committee in ecosystem.committees.indices {
      let isGoverned = hierarchy.alliance(ofCommittee: committee)
        .map { !hierarchy.partners(ofAlliance: $0).isEmpty }
      guard isGoverned != true else { continue }
      for seat in hierarchy.seats(ofCommittee: committee) where family.counts(seat) {
        guard let company = hierarchy.company(ofSeat: seat) else { continue }
        seatCompanies[committee].insert(company)
      }
    }
    var isKnown = false
    companies = family.committees.map { committees in
      var companies: Set<Int> = []
      for committee in committees {
        let partners =
          hierarchy.alliance(ofCommittee: committee).map { hierarchy.partners(ofAlliance: $0) }
          ?? []
        companies.formUnion(partners.isEmpty ? Array(seatCompanies[committee]) : partners)
        isKnown = isKnown || !partners.isEmpty
      }
      return companies.sorted()
    }
    self.isKnown = isKnown
    self.family = family
    staff = Self.staff(of: family)
  }

  private static func staff(of family: OverlapFamily) -> Staff {
    let ecosystem = family.ecosystem
    let hierarchy = family.hierarchy
    var people: [Int] = []
    var employers: [Int?] = []
    var isEmployed = [Bool](repeating: false, count: ecosystem.people.count)
    func add(_ person: Int?, _ company: Int?) {
      guard let person, let company else { return }
      people.append(person)
      employers.append(company)
      isEmployed[person] = true
    }
    for person in ecosystem.people.indices { add(person, hierarchy.company(ofPerson: person)) }
    for employment in ecosystem.affiliations {
      add(
        ecosystem.people.position(of: employment.person),
        ecosystem.companies.position(of: employment.company))
    }
    for seat in family.seats {
      guard let person = hierarchy.person(inSeat: seat),
        let company = hierarchy.company(ofSeat: seat),
        hierarchy.company(ofPerson: person) != company
      else { continue }
      add(person, company)
    }
    return Staff(
      byCompany: Grouping(employers, count: ecosystem.companies.count), people: people,
      isEmployed: isEmployed)
  }

  /// The people who may sit on a body.
  func people(of body: Int) -> PersonSet {
    var eligible = PersonSet(count: staff.isEmployed.count)
    for person in staff.isEmployed.indices
    where companies[body].isEmpty || !staff.isEmployed[person] {
      eligible.insert(person)
    }
    for company in companies[body] {
      for place in staff.byCompany[company] { eligible.insert(staff.people[place]) }
    }
    for member in family.members(of: body) { eligible.insert(member) }
    return eligible
  }

  /// The seats that nobody may have, where there are at most so many.
  ///
  /// - Parameter limit: The largest number wanted.
  /// - Returns: The seats, or `nil` where there are more.
  func prohibitedTies(limit: Int) -> StructuralTies? {
    guard prohibitedCount(limit: limit) <= limit else { return nil }
    var ties: Set<StructuralTies.Tie> = []
    for body in companies.indices where !companies[body].isEmpty {
      let eligible = people(of: body)
      for person in staff.isEmployed.indices where !eligible.contains(person) {
        ties.insert(.init(left: NodeIndex(person), right: NodeIndex(body)))
      }
    }
    return StructuralTies(prohibited: ties)
  }

  /// The number of seats that nobody may have, counted until it is above a limit.
  private func prohibitedCount(limit: Int) -> Int {
    let employedCount = staff.isEmployed.count { $0 }
    var lastBody = [Int](repeating: -1, count: staff.isEmployed.count)
    var count = 0
    for body in companies.indices where !companies[body].isEmpty {
      var eligible = 0
      func meet(_ person: Int) {
        guard staff.isEmployed[person], lastBody[person] != body else { return }
        lastBody[person] = body
        eligible += 1
      }
      for company in companies[body] {
        for place in staff.byCompany[company] { meet(staff.people[place]) }
      }
      for member in family.members(of: body) { meet(member) }
      count += employedCount - eligible
      if count > limit { break }
    }
    return count
  }
}
