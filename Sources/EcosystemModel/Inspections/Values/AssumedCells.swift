/// Finds entries of `assumed` that name no cell of their row.
struct AssumedCells: Inspection {
  static let rule = "assumed.unknown"
  static let summary = "Every entry of `assumed` names a column of its table."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    var search = Search()
    ecosystem.visit(&search)
    return search.findings
  }

  private struct Search: RowVisitor {
    var findings: [Finding] = []

    mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) {
      guard !rows.isKnownBlank(\.assumed), rows.contains(where: { !$0.assumed.isEmpty }) else {
        return
      }
      var known = Set(Row.contract.columns.map { ColumnName.normalized($0.name) })
      for row in rows {
        known.formUnion(row.attributes.entries.map { ColumnName.normalized($0.name) })
      }
      for (position, row) in rows.enumerated() {
        // “month of since” says that only the month is ours.
        for entry in row.assumed
        where !known.contains(ColumnName.normalized(entry))
          && !entry.split(whereSeparator: \.isWhitespace).contains(where: {
            known.contains(ColumnName.normalized(String($0)))
          })
        {
          findings.append(
            Finding(
              .note,
              "\(Phrase.quoted(entry)) in the column \(Row.assumedColumn) names no column of \(Row.table.rawValue); write the header of the cell that no source states.",
              at: .init(Row.table, position), column: Row.assumedColumn))
        }
      }
    }
  }
}
