/// Finds committees of a two-party alliance on which one party outvotes the other.
///
/// Judged on the day with most voting members, and only where the company of every one of them is known.
struct UnequalVotes: Inspection {
  static let rule = "committee.votes.unequal"
  static let summary = "On a committee of two companies both have the same number of voting seats."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let hierarchy = snapshot.hierarchy
    return ecosystem.committees.indices.compactMap { committee in
      guard
        let partners = hierarchy.alliance(ofCommittee: committee).map({
          hierarchy.partners(ofAlliance: $0)
        }), partners.count == 2, partners[0] != partners[1]
      else { return nil }
      var voters: [Int: Set<Int?>] = [:]
      for seat in snapshot.fullest(committee, where: \.role.isVoting) {
        guard let company = hierarchy.company(ofSeat: seat) else { return nil }
        guard let partner = hierarchy.partner(owning: company, among: partners) else { continue }
        voters[partner, default: []].insert(hierarchy.person(inSeat: seat))
      }
      let counts = partners.map { voters[$0]?.count ?? 0 }
      guard counts[0] != counts[1] else { return nil }
      let names = partners.map { Phrase.quoted(ecosystem.companies[$0].name) }
      return Finding(
        .note,
        "on committee \(Phrase.quoted(ecosystem.committees[committee].name)) \(names[0]) has \(Phrase.count(counts[0], "voting seat")) and \(names[1]) \(counts[1]); even them out, or note in the column decides that each party has one vote.",
        at: .init(.committees, committee))
    }
  }
}
