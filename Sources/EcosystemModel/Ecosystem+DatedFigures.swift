extension Ecosystem {
  /// The rows with the figures that they had on a day.
  ///
  /// A score whose measure is the name of a column of numbers of its subject, such as a committee's `approval_rate`, is the
  /// history of that column: it holds from the score's date up to the next one's. The column itself is today's value, and
  /// stays where no score is that old.
  ///
  /// - Complexity: O(scores + rows).
  func datedFigures<Row: TableEntity>(
    of rows: Roster<Row>, on date: CalendarDate
  ) -> Roster<Row> {
    var rows = rows
    var latest: [DatedFigure<Row>: CalendarDate] = [:]
    for score in scores {
      guard score.subject.kind == Row.kind, let since = score.date, since <= date,
        let column = Row.contract.column(named: score.measure), column.holdsFigure
      else { continue }
      let id = Row.ID(score.subject.rawID)
      let figure = DatedFigure(row: id, column: column.name)
      if let known = latest[figure], known > since { continue }
      latest[figure] = since
      rows.update(id) { column.set(score.value, in: &$0) }
    }
    return rows
  }
}

/// One column of one row.
private struct DatedFigure<Row: TableEntity>: Hashable {
  let row: Row.ID
  let column: String
}

extension Column {
  /// Whether it holds a number that may be missing, and so may have a history.
  var holdsFigure: Bool {
    switch form {
    case .number, .share, .integer: true
    default: false
    }
  }

  /// Puts a number into the row, where the column may hold it.
  func set(_ number: Double, in row: inout Row) {
    switch form {
    case .number(let path, let limits), .share(let path, let limits):
      if limits.contains(number) { row[keyPath: path] = number }
    case .integer(let path, let range):
      if let whole = Int(exactly: number), range.contains(whole) { row[keyPath: path] = whole }
    default: break
    }
  }
}
