/// Finds committees on which nobody sits.
struct MissingMembers: Inspection {
  static let rule = "committee.members.missing"
  static let summary = "Every committee has members."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let committees = ecosystem.committees
    return Finding.perRow(
      committees.indices.filter { snapshot.hierarchy.seats(ofCommittee: $0).isEmpty },
      of: .committees,
      rowCount: committees.count, severity: .warning,
      ifAll:
        "none of the \(committees.count) committees has members; list them in memberships, people or seats."
    ) {
      "committee \(Phrase.quoted(committees[$0].name)) has no members; list them in memberships, people or seats."
    }
  }
}
