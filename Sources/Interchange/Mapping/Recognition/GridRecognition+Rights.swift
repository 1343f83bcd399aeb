import EcosystemModel

// Who decides what, as a grid of matters and bodies.

extension GridRecognition {
  /// The parts of bodies in decisions, with the stage at which these come up, and the bodies.
  func proposal(
    _ table: TableMapping, _ grid: [Column], _ first: Column, of heads: EntityReference.Kind
  ) -> SheetProposal {
    var table = table
    table.across = grid.map(\.header)
    var part = SheetMapping(sheet: sheet.name)
    let rest = columns(besides: grid + [first])
    let guess = TableGuess(.decisions, among: rest, fit: fit)
    let wanted = [Decision.column(\.stage), Decision.column(\.alliance), Decision.column(\.owner)]
    for column in rest {
      let found = guess.assignments.first { $0.column == column.index }?.meaning.column
      if let found, wanted.contains(found) {
        table.columns.append(.init(name: found, source: .header(column.header)))
        if column.profile.blanks > 0 { part.fillDown.append(column.header) }
      } else {
        part.ignoredColumns[column.header] =
          column.profile.isRunningNumber ? "a running number" : "not of the grid"
      }
    }
    part.tables = [table]
    if heads == .committee, let named = headed(heads, by: CellSource(pieces: [.column]), grid) {
      part.tables.append(named)
    }
    return SheetProposal(parts: [part], confidence: 0.8)
  }

  func rights(_ head: CellSource, _ matter: CellSource) -> TableMapping {
    var table = TableMapping(.decisions)
    table.columns = [
      .init(name: Decision.column(\.matter), source: matter),
      .init(name: Decision.column(\.body), source: head),
      .init(name: Decision.column(\.right), source: CellSource(pieces: [.cell])),
    ]
    return table
  }

  /// Whether the cells say who decides and who has another part in it.
  func isRights(_ grid: [Column]) -> Bool {
    let texts = grid.flatMap(\.profile.texts)
    let rights = texts.compactMap(RightReading.right)
    return rights.count >= 3 && rights.count == texts.count && rights.contains(.decides)
  }

  /// Whether a column names people.
  func areNames(of column: Column) -> Bool { column.profile.surePeople > 0.3 }
}
