package import EcosystemModel

/// Who has several roles at once, on how few people alliances and committees hang, and who could take over.
package struct RolesQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [
    .people, .companies, .functions, .affiliations, .alliances, .programs, .committees,
    .memberships,
  ]

  /// What duties cost.
  package var rules: LoadQuestion.Rules
  /// The number of rows wanted in each table; `nil` for all.
  package var limit: Int?

  /// Makes a question.
  package init(rules: LoadQuestion.Rules = .init(), limit: Int? = 20) {
    self.rules = rules
    self.limit = limit
  }

  /// Counts roles, and looks for what stalls without few people.
  ///
  /// - Throws: ``InsightError`` if there are no people.
  /// - Complexity: O(*n*·log *n*) for *n* rows, and O(people² · committees) of each alliance with 25 people or fewer.
  package func answer(in snapshot: Snapshot) throws(InsightError) -> RolesFindings {
    try snapshot.require(.people, for: "roles")
    let names = PartyNames(snapshot.ecosystem)
    let holdings = RoleHoldings(snapshot, rules: rules)
    let bodies = BusFactors(snapshot)
    guard !holdings.people.isEmpty || !bodies.found.isEmpty else {
      throw InsightError(
        .missingData,
        "Nobody has a role in an alliance or a seat; fill in managers, sponsors, leads of programs, or memberships.",
        remedy: .readingOfData)
    }
    let loads = LoadLedger(snapshot, rules: rules).people
    return RolesFindings(
      question: self, date: snapshot.date,
      filter: snapshot.filter.conditions.map(\.description), withheld: snapshot.withheld,
      people: holdings.people, combinations: holdings.combinations,
      jobs: DayJobs(snapshot, loads: loads).people, bodies: bodies.found,
      gaps: Successors(snapshot, loads: loads, names: names).gaps(
        among: Vacancies(snapshot: snapshot, rules: rules, names: names).officesAndChairs()))
  }
}
