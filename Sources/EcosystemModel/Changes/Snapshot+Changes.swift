extension Snapshot {
  /// The same day and part of an ecosystem in which everybody goes by the names of a later state.
  package func renamed(as matches: [EntityMatch]) -> Snapshot {
    let matching = EntityMatching(matches)
    guard !matching.isEmpty else { return self }
    func renamed(_ alliance: Alliance.ID) -> Alliance.ID {
      matching.newName(of: .alliance(alliance)).id()
    }
    return Snapshot(
      of: origin.applying(EcosystemChanges(recognised: matches, changes: [])), on: date,
      within: alliance.map(renamed), meeting: filter,
      for: circles.map { Set($0.map(renamed)) })
  }

  /// The positions in the whole dataset of a table's rows; `nil` where a row says less here than it does there.
  ///
  /// - Complexity: O(rows of the table in the whole dataset).
  package func positionsInOrigin(of table: TableName) -> [Int?] {
    Self.positions(of: table.rowType, from: ecosystem, in: origin)
  }

  private static func positions<Row: TableRow>(
    of type: Row.Type, from part: Ecosystem, in whole: Ecosystem
  ) -> [Int?] {
    let (rows, all) = (part.rows(of: type), whole.rows(of: type))
    guard rows.count < all.count else { return Array(rows.indices) }
    guard Row.table.kind == nil else {
      return rows.map { row in
        (row as? any TableEntity).flatMap { whole.position(of: $0.reference) }
      }
    }
    // What is left stands in the order of the whole.
    var next = 0
    return rows.map { row in
      guard let place = all[next...].firstIndex(of: row) else { return nil }
      next = place + 1
      return place
    }
  }
}
