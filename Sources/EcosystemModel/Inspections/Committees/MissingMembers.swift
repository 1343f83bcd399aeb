/// Finds committees on which nobody sits.
struct MissingMembers: Inspection {
  static let rule = "committee.members.missing"
  static let summary = "Every committee has members."

  func findings(in ecosystem: Ecosystem) -> [Finding] {
    let committees = ecosystem.committees
    let staffed = Set(ecosystem.memberships.map(\.committee))
    return Finding.perRow(
      committees.indices.filter { !staffed.contains(committees[$0].id) }, of: .committees,
      rowCount: committees.count, severity: .warning,
      ifAll:
        "none of the \(committees.count) committees has members; list them in memberships, people or seats."
    ) {
      "committee \(Phrase.quoted(committees[$0].name)) has no members; list them in memberships, people or seats."
    }
  }
}
