/// What is inherited in an ecosystem, and who sits where: every reference resolved once, to the position of its row.
///
/// Rows are named by their positions in the ecosystem that it was made of. Rules and questions compare these positions and share the one
/// grouping of seats by committee and by person. A reference that names nothing counts as none.
package struct Hierarchy: Hashable, Sendable {
  /// Companies and the companies that own them.
  package let companies: ParentChains
  /// Functions and the functions above them.
  package let functions: ParentChains
  /// Committees and the committees that they report to.
  package let committees: ParentChains
  /// People and their managers.
  package let people: ParentChains

  private let functionCompanies: Positions
  private let personFunctions: Positions
  private let personCompanies: Positions
  private let alliancePartners: [[Int]]
  private let committeeAlliances: Positions
  private let allianceCommittees: Grouping
  private let seatPeople: Positions
  private let seatCommittees: Positions
  private let seatCompanies: Positions
  private let committeeSeats: Grouping
  /// The people and the companies in the seats in the order of ``committeeSeats``, so that who goes through a committee finds them
  /// beside each other.
  private let seatedPeople: Grouping
  private let seatedCompanies: Grouping
  private let personSeats: Grouping

  /// Resolves the references of an ecosystem.
  ///
  /// - Complexity: O(number of rows).
  init(of ecosystem: Ecosystem) {
    let companies = ecosystem.companies
    let functions = ecosystem.functions
    let people = ecosystem.people
    let committees = ecosystem.committees
    let alliances = ecosystem.alliances
    let seats = ecosystem.memberships.columns
    self.companies = ParentChains(
      Positions(count: companies.count) { companies.position(of: companies[$0].parent) })
    self.functions = ParentChains(
      Positions(count: functions.count) { functions.position(of: functions[$0].parent) })
    self.people = ParentChains(
      Positions(count: people.count) { people.position(of: people[$0].manager) })
    let above = ParentChains(
      Positions(count: committees.count) { committees.position(of: committees[$0].parent) })
    self.committees = above

    functionCompanies = Positions(count: functions.count) {
      companies.position(of: functions[$0].company)
    }
    personFunctions = Positions(count: people.count) {
      functions.position(of: people[$0].function)
    }
    let personCompanies = Positions(count: people.count) {
      companies.position(of: people[$0].company ?? functions[people[$0].function]?.company)
    }
    self.personCompanies = personCompanies
    alliancePartners = alliances.map { $0.companies.compactMap { companies.position(of: $0) } }
    committeeAlliances = Positions(
      above.inherited(
        committees.indices.map { alliances.position(of: committees[$0].alliance) }))
    allianceCommittees = Grouping(committeeAlliances, count: alliances.count)

    let seatPeople = Positions(count: seats.count) { people.position(of: seats.people[$0]) }
    self.seatPeople = seatPeople
    seatCommittees = Positions(count: seats.count) {
      committees.position(of: seats.committees[$0])
    }
    seatCompanies = Positions(count: seats.count) { seat in
      if let company = seats.companies[seat] { return companies.position(of: company) }
      return seatPeople[seat].flatMap { personCompanies[$0] }
    }
    committeeSeats = Grouping(seatCommittees, count: committees.count)
    personSeats = Grouping(seatPeople, count: people.count)
    seatedPeople = committeeSeats.replacing { seatPeople.number($0) }
    let seatCompanies = seatCompanies
    seatedCompanies = committeeSeats.replacing { seatCompanies.number($0) }
  }

  // MARK: Companies, functions, people

  /// The company, its owner, the owner's owner and so on, each once.
  package func owners(ofCompany company: Int) -> [Int] {
    [company] + companies.ancestors(of: company)
  }

  /// The nearest of the partners that is the company, or owns it at any remove; `nil` if none does.
  package func partner(owning company: Int, among partners: [Int]) -> Int? {
    if partners.contains(company) { return company }
    return companies.ancestors(of: company).first(where: partners.contains)
  }

  /// The company that a function belongs to.
  package func company(ofFunction function: Int) -> Int? { functionCompanies[function] }

  /// The function that a person works in.
  package func function(ofPerson person: Int) -> Int? { personFunctions[person] }

  /// The main employer of a person: the one stated, or else that of their function.
  package func company(ofPerson person: Int) -> Int? { personCompanies[person] }

  // MARK: Alliances, committees, seats

  /// The companies of an alliance, in the order of its row.
  package func partners(ofAlliance alliance: Int) -> [Int] { alliancePartners[alliance] }

  /// The committees of an alliance, inherited ones included, ascending.
  package func committees(ofAlliance alliance: Int) -> RowNumbers {
    allianceCommittees[alliance]
  }

  /// The alliance of a committee: its own, or else that of the nearest committee above it that has one.
  package func alliance(ofCommittee committee: Int) -> Int? { committeeAlliances[committee] }

  /// The seats of a committee, ascending.
  package func seats(ofCommittee committee: Int) -> RowNumbers { committeeSeats[committee] }

  /// The people in the seats of a committee, in the order of the seats; below zero where nobody is known.
  package func people(onCommittee committee: Int) -> RowNumbers { seatedPeople[committee] }

  /// The companies that the members of a committee sit for, in the order of the seats; below zero where none is known.
  package func companies(onCommittee committee: Int) -> RowNumbers { seatedCompanies[committee] }

  /// The seats of a person, ascending.
  package func seats(ofPerson person: Int) -> RowNumbers { personSeats[person] }

  /// The person in a seat.
  package func person(inSeat seat: Int) -> Int? { seatPeople[seat] }

  /// The committee that a seat belongs to.
  package func committee(ofSeat seat: Int) -> Int? { seatCommittees[seat] }

  /// The company a member sits for: the one stated in the seat, or else their main employer.
  package func company(ofSeat seat: Int) -> Int? { seatCompanies[seat] }
}
