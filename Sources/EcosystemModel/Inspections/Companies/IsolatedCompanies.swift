/// Finds companies that no row of any table ties to anything.
struct IsolatedCompanies: Inspection {
  static let rule = "company.isolated"
  static let summary =
    "Every company is linked to something: people, functions, alliances, relationships or an owner."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let companies = ecosystem.companies
    let isTied = tiedCompanies(in: snapshot)
    return Finding.perRow(
      companies.indices.filter { !isTied[$0] }, of: .companies,
      rowCount: companies.count, severity: .note,
      ifAll:
        "the \(companies.count) companies are linked to nothing; add alliances, people, committees or relationships."
    ) {
      "company \(Phrase.quoted(companies[$0].name)) is linked to nothing; add what links it, or remove the row."
    }
  }

  /// Whether anything ties each company, as far as the rows had to be read to know.
  private func tiedCompanies(in snapshot: Snapshot) -> [Bool] {
    let ecosystem = snapshot.ecosystem
    var isTied = [Bool](repeating: false, count: ecosystem.companies.count)
    var looseCount = isTied.count
    func tie(_ company: Company.ID?) {
      guard looseCount > 0, let place = ecosystem.companies.position(of: company), !isTied[place]
      else { return }
      isTied[place] = true
      looseCount -= 1
    }
    func tie(_ end: EntityReference) { if looseCount > 0 { tie(ecosystem.company(of: end)) } }
    for company in ecosystem.companies {
      guard let parent = company.parent, parent != company.id else { continue }
      tie(parent)
      tie(company.id)
    }
    for function in ecosystem.functions { tie(function.company) }
    for alliance in ecosystem.alliances { alliance.companies.forEach { tie($0) } }
    for person in ecosystem.people.indices where looseCount > 0 {
      tie(ecosystem.people[person].company)
    }
    for employment in ecosystem.affiliations { tie(employment.company) }
    let seats = ecosystem.memberships
    for seat in seats.isKnownBlank(\.company) ? 0..<0 : seats.indices where looseCount > 0 {
      tie(ecosystem.memberships.columns.companies[seat])
    }
    for place in ecosystem.relationships.indices where looseCount > 0 {
      tie(ecosystem.relationships[place].from)
      tie(ecosystem.relationships[place].to)
    }
    for place in ecosystem.handoffs.indices where looseCount > 0 {
      tie(ecosystem.handoffs.columns.from[place])
      tie(ecosystem.handoffs.columns.to[place])
    }
    for conflict in ecosystem.conflicts {
      tie(conflict.a)
      tie(conflict.b)
    }
    for decision in ecosystem.decisions { tie(decision.body) }
    for score in ecosystem.scores { tie(score.subject) }
    return isTied
  }
}
