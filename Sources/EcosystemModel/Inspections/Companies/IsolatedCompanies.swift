/// Finds companies that no row of any table ties to anything.
struct IsolatedCompanies: Inspection {
  static let rule = "company.isolated"
  static let summary =
    "Every company is linked to something: people, functions, alliances, relationships or an owner."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let companies = ecosystem.companies
    let tied = tiedCompanies(in: ecosystem)
    return Finding.perRow(
      companies.indices.filter { !tied.contains(companies[$0].id) }, of: .companies,
      rowCount: companies.count, severity: .note,
      ifAll:
        "the \(companies.count) companies are linked to nothing; add alliances, people, committees or relationships."
    ) {
      "company \(Phrase.quoted(companies[$0].name)) is linked to nothing; add what links it, or remove the row."
    }
  }

  private func tiedCompanies(in ecosystem: Ecosystem) -> Set<Company.ID> {
    var tied: Set<Company.ID> = []
    for company in ecosystem.companies {
      guard let parent = company.parent, parent != company.id else { continue }
      tied.formUnion([parent, company.id])
    }
    tied.formUnion(ecosystem.functions.map(\.company))
    tied.formUnion(ecosystem.people.compactMap(\.company))
    tied.formUnion(ecosystem.affiliations.map(\.company))
    tied.formUnion(ecosystem.memberships.compactMap(\.company))
    for alliance in ecosystem.alliances { tied.formUnion(alliance.companies) }
    let ends =
      ecosystem.relationships.flatMap { [$0.from, $0.to] }
      + ecosystem.handoffs.flatMap { [$0.from, $0.to] }
      + ecosystem.conflicts.flatMap { [$0.a, $0.b] } + ecosystem.scores.map(\.subject)
    tied.formUnion(ends.compactMap { ecosystem.company(of: $0) })
    return tied
  }
}
