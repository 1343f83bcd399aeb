/// Finds numbers that the contract's columns cannot hold: negative durations, shares above 1, meetings of a year.
///
/// Cells of files are judged by the same limits when they are read; this rule is for ecosystems made in other ways.
struct NumbersOutOfRange: Inspection {
  static let rule = "value.range"
  static let summary = "Every number lies within the limits of its column."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    var search = Search(ecosystem: ecosystem)
    ecosystem.visit(&search)
    return search.findings
  }

  private struct Search: RowVisitor {
    let ecosystem: Ecosystem
    var findings: [Finding] = []

    mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) {
      let columns = Row.contract.columns.filter { $0.limits != nil && !$0.isOtherUnit }
      for (position, row) in rows.enumerated() {
        for column in columns {
          guard let limits = column.limits, let number = column.number(of: row),
            !limits.contains(number)
          else { continue }
          findings.append(
            Finding(
              .error,
              "\(ecosystem.title(of: row)) has \(NumberText.text(of: number)) in the column \(column.name); \(limits.fix(for: number, isShare: column.isShare)).",
              at: .init(Row.table, position), column: column.name))
        }
      }
    }
  }
}
