package import EcosystemModel

extension EcosystemGrowth {
  /// Of so many days it is looked whether there are other rows than before; of more, evenly.
  private static let mostTried = 64

  /// The days on which what there is becomes other, by every column of the contract that holds days, up to that of the snapshot.
  ///
  /// - Parameters:
  ///   - snapshot: The state whose past is wanted.
  ///   - most: How many days at most; of more some, evenly.
  /// - Returns: The days in their order.
  /// - Complexity: O(rows) for each of up to 64 days.
  package static func days(of snapshot: Snapshot, most: Int) -> [CalendarDate] {
    var search = DaySearch()
    snapshot.on(nil).ecosystem.visit(&search)
    func past(_ days: Set<CalendarDate>) -> [CalendarDate] {
      days.filter { day in snapshot.date.map { day <= $0 } ?? true }.sorted()
    }
    // A day of a contract, say, on which nothing comes or goes is no step.
    let every = past(search.spans.union(search.others))
    let others = every.indices.filter { !search.spans.contains(every[$0]) }
    let telling = evenly(others, mostTried).filter { place in
      let day = every[place]
      guard let earlier = place > 0 ? every[place - 1] : day.adding(months: -1) else { return true }
      let (now, before) = (snapshot.on(day), snapshot.on(earlier))
      return tables.contains { now.count(of: $0) != before.count(of: $0) }
    }.map { every[$0] }
    let all = Set(past(search.spans) + telling + [snapshot.date].compactMap(\.self)).sorted()
    return evenly(all, most)
  }

  private static func evenly<Element>(_ all: [Element], _ most: Int) -> [Element] {
    guard all.count > most else { return all }
    return (0..<most).map { all[$0 * (all.count - 1) / (most - 1)] }
  }
}

/// Gathers the days in all rows: those on which one begins or ends, and all others.
private struct DaySearch: RowVisitor {
  var spans: Set<CalendarDate> = []
  var others: Set<CalendarDate> = []

  private static let ends = [
    Alliance.column(\.validity.since), Alliance.column(\.validity.until),
  ]

  mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) {
    for column in Row.contract.columns {
      guard case .date(let path) = column.form else { continue }
      let days = rows.lazy.compactMap { $0[keyPath: path] }
      if Self.ends.contains(column.name) {
        spans.formUnion(days)
      } else {
        others.formUnion(days)
      }
    }
  }
}
