/// Finds rows that hold on no day because they end when, or before, they start.
struct ReversedDates: Inspection {
  static let rule = "dates.reversed"
  static let summary = "Every end comes after its start."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ecosystem.reversedRows.compactMap { row in
      guard let since = row.validity.since, let until = row.validity.until
      else { return nil }
      let fault =
        since == until
        ? "starts and ends on \(since), so that it holds on no day; \"until\" is the first day on which it no longer holds, so put it later."
        : "ends on \(until), before it starts on \(since); swap or correct the two dates."
      return Finding(
        .error, "\(row.title) \(fault)", at: row.row, column: Committee.column(\.validity.until))
    }
  }
}
