/// Finds committees of which nobody knows how often they meet.
struct MissingCadence: Inspection {
  static let rule = "committee.cadence.missing"
  static let summary = "Every committee has a cadence; load and waiting times need it."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    let committees = ecosystem.committees
    return Finding.perRow(
      committees.indices.filter { committees[$0].cadence == nil }, of: .committees,
      rowCount: committees.count, severity: .note, column: Committee.column(\.cadence),
      ifAll:
        "none of the \(committees.count) committees has a cadence, so that no load or waiting time can be computed; add the column cadence, such as monthly."
    ) {
      "committee \(Phrase.quoted(committees[$0].name)) has no cadence, so that its load and waiting time are unknown; write one, such as monthly."
    }
  }
}
