/// Everything in which two states of an ecosystem differ.
///
/// A plain value: applied to the old state (``Ecosystem/applying(_:)``) it gives the new one, but for the order of rows and
/// columns, which means nothing. Rows are compared column by column as the contract declares them, so that a new column is covered
/// without a word here.
package struct EcosystemChanges: Hashable, Sendable, Codable {
  /// Whom the new state knows under another id or name, and by what they were recognised.
  package let recognised: [EntityMatch]
  /// The changes, table by table: what is gone in the order of the old rows, then the rest in the order of the new ones.
  package let changes: [EcosystemChange]

  init(recognised: [EntityMatch], changes: [EcosystemChange]) {
    self.recognised = recognised
    self.changes = changes
  }

  /// No change.
  package static let none = EcosystemChanges(recognised: [], changes: [])

  /// Compares two states.
  ///
  /// - Parameters:
  ///   - old: The state before.
  ///   - new: The state after.
  ///   - isSameDataset: Whether both are of one dataset, so that ids say who is who and nobody is looked for under another name.
  /// - Complexity: O(*n*) for *n* rows, and O(*k*²) for *k* rows that join the same entities.
  package init(from old: Ecosystem, to new: Ecosystem, isSameDataset: Bool) {
    let matching = isSameDataset ? EntityMatching() : EntityMatching(from: old, to: new)
    recognised = matching.matches
    changes = TableName.allCases.flatMap { table in
      Self.changes(of: table.rowType, from: old, to: new, matching)
    }
  }

  /// Whether both states say the same.
  package var isEmpty: Bool { changes.isEmpty }

  private static func changes<Row: TableRow>(
    of type: Row.Type, from old: Ecosystem, to new: Ecosystem, _ matching: EntityMatching
  ) -> [EcosystemChange] {
    var pairing = RowPairing<Row>(from: old, to: new, matching)
    pairing.pair()
    var removed: [EcosystemChange] = []
    var others: [EcosystemChange] = []
    let blank = RowCells<Row>(Row.blank)
    for position in pairing.unpairedOld {
      let cells = pairing.oldCells(position).differences(to: blank)
      removed.append(
        EcosystemChange(
          table: Row.table, act: .removed, entity: pairing.entity(ofOld: position),
          oldRow: position, newRow: nil, cells: cells))
    }
    for pair in pairing.differing {
      let cells = pairing.oldCells(pair.old).differences(to: RowCells(pairing.new[pair.new]))
      guard !cells.isEmpty else { continue }
      others.append(
        EcosystemChange(
          table: Row.table, act: .changed, entity: pairing.entity(ofNew: pair.new),
          oldRow: pair.old, newRow: pair.new, cells: cells))
    }
    for position in pairing.unpairedNew {
      others.append(
        EcosystemChange(
          table: Row.table, act: .added, entity: pairing.entity(ofNew: position), oldRow: nil,
          newRow: position, cells: blank.differences(to: RowCells(pairing.new[position]))))
    }
    return removed + others.sorted { ($0.newRow ?? 0) < ($1.newRow ?? 0) }
  }
}
