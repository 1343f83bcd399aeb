/// Finds committees of which nobody knows since when they may decide.
struct MissingCharterDates: Inspection {
  static let rule = "committee.charter.missing"
  static let summary = "Every committee has a charter date."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let committees = ecosystem.committees
    return Finding.perRow(
      committees.indices.filter { committees[$0].validity.since == nil }, of: .committees,
      rowCount: committees.count, severity: .note, column: Committee.column(\.validity.since),
      ifAll:
        "none of the \(committees.count) committees has a charter date; fill the column chartered, so that maps of earlier dates leave out what was not there."
    ) {
      "committee \(Phrase.quoted(committees[$0].name)) has no charter date; fill the column chartered."
    }
  }
}
