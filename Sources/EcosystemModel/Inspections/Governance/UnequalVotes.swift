/// Finds committees of a two-party alliance on which one party outvotes the other.
///
/// Judged on the day with most voting members, and only where the company of every one of them is known.
struct UnequalVotes: Inspection {
  static let rule = "committee.votes.unequal"
  static let summary = "On a committee of two companies both have the same number of voting seats."

  func findings(in ecosystem: Ecosystem) -> [Finding] {
    let governance = Governance(ecosystem)
    return ecosystem.committees.indices.compactMap { committee in
      guard let alliance = ecosystem.alliances[governance.alliances[committee]],
        alliance.companies.count == 2, alliance.companies[0] != alliance.companies[1]
      else { return nil }
      let seats = governance.fullest(committee, where: \.role.isVoting)
      var voters: [Company.ID: Set<Person.ID>] = [:]
      for seat in seats {
        guard let company = ecosystem.company(of: seat) else { return nil }
        guard let partner = ecosystem.partner(owning: company, among: alliance.companies) else {
          continue
        }
        voters[partner, default: []].insert(seat.person)
      }
      let counts = alliance.companies.map { voters[$0]?.count ?? 0 }
      guard counts[0] != counts[1] else { return nil }
      let names = alliance.companies.map { ecosystem.quoted(.company($0)) }
      return Finding(
        .note,
        "on committee \(Phrase.quoted(ecosystem.committees[committee].name)) \(names[0]) has \(Phrase.count(counts[0], "voting seat")) and \(names[1]) \(counts[1]); even them out, or note in the column decides that each party has one vote.",
        at: .init(.committees, committee))
    }
  }
}
