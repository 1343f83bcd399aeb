extension Ecosystem {
  /// The state that changes lead to.
  ///
  /// - Parameters:
  ///   - changes: What ``EcosystemChanges/init(from:to:isSameDataset:)`` found between this state and another.
  ///   - keepsRemoved: Whether what is gone stays, so that the result holds all that is in either state.
  /// - Returns: The other state; its rows stand in the order of this one, the new ones at the end.
  /// - Complexity: O(number of rows).
  package func applying(_ changes: EcosystemChanges, keepsRemoved: Bool = false) -> Ecosystem {
    var rewriter = ChangeRewriter(changes, keepsRemoved: keepsRemoved)
    return rewritten(by: &rewriter)
  }
}

/// Puts changes into the rows of every table.
private struct ChangeRewriter: RowRewriter {
  private let matching: EntityMatching
  private let changes: [TableName: [EcosystemChange]]
  private let keepsRemoved: Bool

  init(_ changes: EcosystemChanges, keepsRemoved: Bool) {
    matching = EntityMatching(changes.recognised)
    self.changes = Dictionary(grouping: changes.changes, by: \.table)
    self.keepsRemoved = keepsRemoved
  }

  func rewritten<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) -> [Row] {
    let changes = changes[Row.table] ?? []
    guard !changes.isEmpty || !matching.isEmpty else { return Array(rows) }
    var ofRow: [Int: EcosystemChange] = [:]
    for change in changes { if let row = change.oldRow { ofRow[row] = change } }
    var new: [Row] = []
    new.reserveCapacity(rows.count)
    for (position, row) in rows.enumerated() {
      let change = ofRow[position]
      if change?.act == .removed, !keepsRemoved { continue }
      let applied = change?.act == .changed ? change?.cells ?? [] : []
      guard !applied.isEmpty || !matching.isEmpty else {
        new.append(row)
        continue
      }
      var cells = RowCells(row)
      cells.rename(matching.newName)
      if let entity = (row as? any TableEntity)?.reference {
        cells.setID(matching.newName(of: entity).rawID)
      }
      for cell in applied { cells.set(cell.column, cell.after) }
      new.append(cells.row)
    }
    for change in changes where change.act == .added {
      var cells = RowCells(Row.blank)
      for cell in change.cells { cells.set(cell.column, cell.after) }
      new.append(cells.row)
    }
    return new
  }
}
