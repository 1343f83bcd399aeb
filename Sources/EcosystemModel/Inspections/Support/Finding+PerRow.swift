extension Finding {
  /// One finding for each row that lacks something, or a single one where no row of the table has it.
  ///
  /// A column that the dataset does not use at all is one decision, not as many mistakes as there are rows. Notes about
  /// more than 20 rows become one as well, counted, so that they do not bury what matters more.
  static func perRow(
    _ positions: [Int], of table: TableName, rowCount: Int, severity: Severity,
    column: String? = nil, ifAll message: String, each: (Int) -> String
  ) -> [Finding] {
    if positions.count == rowCount, rowCount > 1 {
      return [Finding(severity, message, column: column)]
    }
    if severity == .note, positions.count > 20, let first = positions.first {
      let count = "\(positions.count) of \(rowCount) rows like this"
      return [
        Finding(severity, "\(count): \(each(first))", at: Row(table, first), column: column)
      ]
    }
    return positions.map { Finding(severity, each($0), at: Row(table, $0), column: column) }
  }
}
