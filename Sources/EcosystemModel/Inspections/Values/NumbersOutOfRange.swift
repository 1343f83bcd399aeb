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
      var found: [(position: Int, place: Int, finding: Finding)] = []
      for (place, column) in Row.contract.columns.enumerated() where !column.isOtherUnit {
        guard let limits = column.limits else { continue }
        column.forEachNumber(in: rows) { position, number in
          guard !limits.contains(number) else { return }
          let row = rows[rows.index(rows.startIndex, offsetBy: position)]
          let finding = Finding(
            .error,
            "\(ecosystem.title(of: row)) has \(NumberText.text(of: number)) in the column \(column.name); \(limits.fix(for: number, isShare: column.isShare)).",
            at: .init(Row.table, position), column: column.name)
          found.append((position, place, finding))
        }
      }
      found.sort { ($0.position, $0.place) < ($1.position, $1.place) }
      findings += found.map(\.finding)
    }
  }
}

extension Column {
  /// Shows every number of the column, with the position of its row.
  fileprivate func forEachNumber(
    in rows: some RandomAccessCollection<Row>, _ body: (Int, Double) -> Void
  ) {
    switch form {
    case .number(let path, _), .share(let path, _):
      guard !rows.isKnownBlank(path) else { return }
      for (position, number) in rows.numbers(path).enumerated() {
        if let number { body(position, number) }
      }
    case .measured(let path):
      for (position, row) in rows.enumerated() { body(position, row[keyPath: path]) }
    case .integer(let path, _):
      for (position, row) in rows.enumerated() {
        if let number = row[keyPath: path] { body(position, Double(number)) }
      }
    default: break
    }
  }
}
