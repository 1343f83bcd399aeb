extension Ecosystem {
  /// Sets each committee's figures to what they were on a day.
  ///
  /// A score whose measure is the name of one of a committee's columns, `approval_rate`, `hours`, `prep_hours` or
  /// `max_days`, is the history of that column: it holds from the score's date up to the next one's. The column itself
  /// is today's value, and stays where no score is that old.
  ///
  /// - Complexity: O(scores + committees).
  func datedFigures(of committees: Roster<Committee>, on date: CalendarDate) -> Roster<Committee> {
    var committees = committees
    var latest: [DatedFigure: CalendarDate] = [:]
    for score in scores {
      guard case .committee(let id) = score.subject, let since = score.date, since <= date,
        let column = Self.datedColumns[ColumnName.normalized(score.measure)]
      else { continue }
      let figure = DatedFigure(committee: id, column: column)
      if let known = latest[figure], known > since { continue }
      latest[figure] = since
      committees.update(id) { $0[keyPath: column] = score.value }
    }
    return committees
  }

  private static var datedColumns: [String: WritableKeyPath<Committee, Double?>] {
    Dictionary(
      uniqueKeysWithValues: [
        ("approval_rate", \Committee.approvalRate), ("hours", \.hours),
        ("prep_hours", \.preparationHours), ("max_days", \.maxDays),
      ].map { (ColumnName.normalized($0.0), $0.1) })
  }
}

/// One column of one committee.
private struct DatedFigure: Hashable {
  let committee: Committee.ID
  let column: WritableKeyPath<Committee, Double?>
}
