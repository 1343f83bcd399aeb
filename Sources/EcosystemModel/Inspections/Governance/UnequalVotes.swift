/// Finds committees of a two-party alliance on which one party outvotes the other.
///
/// Judged on the day with most voting members, and only where the company of every one of them is known.
struct UnequalVotes: Inspection {
  static let rule = "committee.votes.unequal"
  static let summary = "On a committee of two companies both have the same number of voting seats."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let seating = Seating(snapshot)
    return ecosystem.committees.indices.compactMap { committee in
      // On most committees of most alliances nobody sits for a partner: none has more votes than the other.
      guard isRepresented(snapshot.hierarchy, committee),
        let votes = seating.votes(on: committee), !votes.isEven
      else { return nil }
      let names = votes.partners.map { Phrase.quoted(ecosystem.companies[$0].name) }
      return Finding(
        .note,
        "on committee \(Phrase.quoted(ecosystem.committees[committee].name)) \(names[0]) has \(Phrase.count(votes.counts[0], "voting seat")) and \(names[1]) \(votes.counts[1]); even them out, or note in the column decides that each party has one vote.",
        at: .init(.committees, committee))
    }
  }

  /// Whether anybody on a committee sits for a partner of its alliance.
  private func isRepresented(_ hierarchy: Hierarchy, _ committee: Int) -> Bool {
    guard let alliance = hierarchy.alliance(ofCommittee: committee) else { return false }
    let partners = hierarchy.partners(ofAlliance: alliance)
    return hierarchy.companies(onCommittee: committee).contains { company in
      company >= 0 && hierarchy.partner(owning: company, among: partners) != nil
    }
  }
}
