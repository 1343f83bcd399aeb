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
      guard let votes = seating.votes(on: committee), !votes.isEven else { return nil }
      let names = votes.partners.map { Phrase.quoted(ecosystem.companies[$0].name) }
      return Finding(
        .note,
        "on committee \(Phrase.quoted(ecosystem.committees[committee].name)) \(names[0]) has \(Phrase.count(votes.counts[0], "voting seat")) and \(names[1]) \(votes.counts[1]); even them out, or note in the column decides that each party has one vote.",
        at: .init(.committees, committee))
    }
  }
}
