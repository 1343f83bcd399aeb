/// Finds committees whose quorum exceeds the voting members that they ever have at one time.
struct UnreachableQuorum: Inspection {
  static let rule = "committee.quorum.unreachable"
  static let summary = "A committee's quorum is not larger than the number of its voting members."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let seating = Seating(snapshot)
    return ecosystem.committees.indices.compactMap { position in
      let committee = ecosystem.committees[position]
      guard let quorum = committee.quorum, !seating.isEmpty(position) else { return nil }
      let voting = seating.voterCount(of: position)
      guard quorum > voting else { return nil }
      return Finding(
        .warning,
        "committee \(Phrase.quoted(committee.name)) needs a quorum of \(quorum) but never has more than \(Phrase.count(voting, "voting member")); lower the quorum or add the missing members.",
        at: .init(.committees, position), column: Committee.column(\.quorum))
    }
  }
}
