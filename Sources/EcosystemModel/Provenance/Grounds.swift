/// The rows that something rests on, counted by whether a source states them.
package struct Grounds: Hashable, Sendable, Codable {
  /// All of them.
  package private(set) var rows = 0
  /// Those tagged `illustrative`, which no source states.
  package private(set) var illustrative = 0
  /// Those that a source states but for some cells, which the column `assumed` names.
  package private(set) var partlyAssumed = 0
  /// What was left out before since no source states it; `nil` if nothing was.
  package private(set) var unstated: Unstated?

  /// Counts the rows of some tables on the day, without those that are there for a name's sake.
  ///
  /// Of scores those count whose subject stands in one of the tables, or all where no other table is asked for.
  ///
  /// - Complexity: O(number of rows).
  package init(of snapshot: Snapshot, in tables: [TableName]) {
    let kinds = Set(tables.compactMap(\.kind))
    let bystanders = snapshot.bystanders
    self.init(of: snapshot, in: tables) { table in
      if table == .scores, !kinds.isEmpty { return { kinds.contains($0.kind) } }
      return table.kind == nil || bystanders.isEmpty ? nil : { !bystanders.contains($0) }
    }
  }

  /// Counts the rows that describe what is drawn, and those that join two of it.
  ///
  /// - Complexity: O(number of rows).
  package init(of snapshot: Snapshot, drawing drawn: Set<EntityReference>) {
    let joining: [TableName] = [.memberships, .relationships, .handoffs, .conflicts]
    let tables = TableName.allCases.filter { $0.kind != nil } + joining
    self.init(of: snapshot, in: tables) { _ in drawn.contains }
  }

  /// Counts rows of which everything that they describe or cannot do without meets a condition of their table.
  private init(
    of snapshot: Snapshot, in tables: [TableName],
    where condition: (TableName) -> ((EntityReference) -> Bool)?
  ) {
    unstated = snapshot.ecosystem.unstated
    for table in tables {
      var counter = Counter(table: table, isCounted: condition(table))
      snapshot.ecosystem.visit(&counter)
      rows += counter.rows
      illustrative += counter.illustrative
      partlyAssumed += counter.partlyAssumed
    }
  }

  private struct Counter: RowVisitor {
    let table: TableName
    let isCounted: ((EntityReference) -> Bool)?
    var rows = 0
    var illustrative = 0
    var partlyAssumed = 0

    mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) {
      guard Row.table == table else { return }
      guard let isCounted else {
        self.rows += rows.count
        guard !rows.isKnownBlank(\.tags) || !rows.isKnownBlank(\.assumed) else { return }
        for row in rows { note(row) }
        return
      }
      let ends = Row.contract.columns.filter { $0.isRequired && !$0.kinds.isEmpty }
      for row in rows {
        let named =
          (row as? any TableEntity).map { [$0.reference] }
          ?? ends.flatMap { $0.references(of: row) }
        guard named.allSatisfy(isCounted) else { continue }
        self.rows += 1
        note(row)
      }
    }

    private mutating func note(_ row: some TableRow) {
      if row.isIllustrative {
        illustrative += 1
      } else if !row.assumed.isEmpty {
        partlyAssumed += 1
      }
    }
  }
}

extension Grounds: CustomStringConvertible {
  /// What is counted, as what goes before it rests on: `rests on 98 illustrative rows of 98`.
  package var description: String {
    if let unstated {
      return "rests on \(Phrase.count(rows, "stated row")); \(unstated) left out"
    }
    if illustrative == 0, partlyAssumed == 0 {
      return rows == 1
        ? "rests on 1 row, which is not illustrative"
        : "rests on \(rows) rows, none of them illustrative"
    }
    guard illustrative > 0 else {
      return "rests on \(Phrase.count(rows, "row")), \(partlyAssumed) of them with assumed cells"
    }
    let others = partlyAssumed > 0 ? ", and \(partlyAssumed) with assumed cells" : ""
    return "rests on \(Phrase.count(illustrative, "illustrative row")) of \(rows)\(others)"
  }

  /// What a reader must know of it, for the line below a picture: how much is not stated, or was left out; `nil` if all is stated.
  package var remark: String? {
    unstated == nil && illustrative == 0 && partlyAssumed == 0 ? nil : description
  }

  /// The same in as few words as possible: `43 of 60 rows illustrative`.
  package var brief: String {
    if unstated != nil { return "stated rows only" }
    return illustrative > 0
      ? "\(illustrative) of \(rows) rows illustrative"
      : "\(partlyAssumed) of \(rows) rows partly assumed"
  }
}
