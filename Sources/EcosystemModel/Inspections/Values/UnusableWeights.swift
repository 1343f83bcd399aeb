/// Finds weights by which no tie can be weighed: zero, or empty beside others that are filled in; a frequency may be unknown.
///
/// Numbers below zero are errors of ``NumbersOutOfRange``. Answers that weigh ties have one rule: a number above zero counts,
/// and every other row is left out and counted.
struct UnusableWeights: Inspection {
  static let rule = "value.unusable-weight"
  static let summary =
    "Where relationships and handoffs have weights, hours or frequencies, every one has a number above zero."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return findings(ecosystem, ecosystem.relationships, \.weight)
      + findings(ecosystem, ecosystem.handoffs, \.hours)
      + findings(ecosystem, ecosystem.handoffs, \.perYear, mayBeEmpty: true)
  }

  private func findings<Row: TableRow>(
    _ ecosystem: Ecosystem, _ rows: some RandomAccessCollection<Row>,
    _ path: any KeyPath<Row, Double?> & Sendable, mayBeEmpty: Bool = false
  ) -> [Finding] {
    let values = rows.numbers(path)
    func title(_ position: Int) -> String {
      ecosystem.title(of: rows[rows.index(rows.startIndex, offsetBy: position)])
    }
    guard values.contains(where: { ($0 ?? 0) > 0 }) else { return [] }
    let column = Row.column(path)
    let zeros = values.indices.filter { values[$0] == 0 }
    let empty = mayBeEmpty ? [] : values.indices.filter { values[$0] == nil }
    return zeros.map {
      Finding(
        .warning,
        "\(title($0)) has 0 in the column \(column), and answers weighed by it leave the row out; write a number above zero.",
        at: .init(Row.table, $0), column: column)
    }
      + Finding.perRow(
        empty, of: Row.table, rowCount: values.count, severity: .note, column: column, ifAll: ""
      ) {
        "\(title($0)) has nothing in the column \(column) while others have, and answers weighed by it leave the row out; fill it in if it is known."
      }
  }
}
