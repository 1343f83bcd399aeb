/// Finds committees that can decide nothing once a single voting member leaves.
struct FragileQuorum: Inspection {
  static let rule = "committee.quorum.fragile"
  static let summary = "A committee can still reach its quorum when one voting member leaves."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let seating = Seating(snapshot)
    return ecosystem.committees.indices.compactMap { position in
      let committee = ecosystem.committees[position]
      guard let quorum = committee.quorum, quorum > 0 else { return nil }
      let voting = seating.voterCount(of: position)
      guard quorum == voting else { return nil }
      return Finding(
        .note,
        "committee \(Phrase.quoted(committee.name)) reaches its quorum of \(quorum) only with every voting member; name one more member, or lower the quorum.",
        at: .init(.committees, position), column: Committee.column(\.quorum))
    }
  }
}
