/// Finds people of whom no employer is known, in datasets that know companies.
struct PeopleWithoutCompany: Inspection {
  static let rule = "person.company.missing"
  static let summary = "Where a dataset lists companies, every person works for one."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    guard !ecosystem.companies.isEmpty else { return [] }
    let people = ecosystem.people
    let employed = Set(ecosystem.affiliations.map(\.person))
    let seats = ecosystem.memberships
    let seated = Set(
      seats.isKnownBlank(\.company) ? [] : seats.filter { $0.company != nil }.map(\.person))
    let missing = people.indices.filter { position in
      guard snapshot.hierarchy.company(ofPerson: position) == nil else { return false }
      let id = people[position].id
      return ecosystem.company(of: .person(id)) == nil && !employed.contains(id)
        && !seated.contains(id)
    }
    return Finding.perRow(
      missing, of: .people, rowCount: people.count, severity: .note,
      column: Person.column(\.company),
      ifAll:
        "none of the \(people.count) people has a company; fill the column company, so that seats can be counted for companies."
    ) { "\(Phrase.quoted(people[$0].name)) has no company; fill the column company." }
  }
}
