package import EcosystemModel

/// When alliances and programs begin and end, and what happens to them in between.
package struct TimelineQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [.alliances, .programs]

  /// The column of alliances by which they stand together; `nil` for area, or else kind.
  package var group: String?
  /// The column of alliances that colours them; `nil` for none.
  package var colour: String?

  /// Makes a question; what is left open follows from the data.
  package init(group: String? = nil, colour: String? = nil) {
    (self.group, self.colour) = (group, colour)
  }

  /// Reads every date of alliances and programs, whatever the day, which only says what is past and what ends soon.
  ///
  /// - Throws: ``InsightError`` if there are no alliances, none has a date, or nothing is known of them under a name that was asked for.
  /// - Complexity: O(rows of the dataset + *n*·log *n*) for *n* alliances and programs.
  package func answer(in snapshot: Snapshot) throws(InsightError) -> TimelineFindings {
    let always = snapshot.on(nil)
    try always.require(.alliances, for: "timeline")
    let reader = AllianceColumns(in: always)
    let grouping = try (group ?? reader.suitableGroup)
      .map { name throws(InsightError) in try reader.words(name) }
    let colouring = try colour.map { name throws(InsightError) in try reader.field(name) }
    let findings = TimelineFindings(
      of: always, on: snapshot.date, group: grouping, colour: colouring)
    guard findings.entries.isEmpty else { return findings }
    let columns = [
      Alliance.column(\.validity.since), Alliance.column(\.signed), Alliance.column(\.expires),
    ]
    throw InsightError(
      .missingData,
      "No alliance and no program has a date; fill columns such as \(columns.spokenList(last: "or"))."
    )
  }
}
