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
    let grouping = [Decision.column(\.stage), Decision.column(\.alliance)]
    let isByLetters = table.columns.contains { $0.name == HandoffLayouts.letter }
    let wanted =
      grouping + [Decision.column(\.owner)] + (isByLetters ? [Decision.column(\.days)] : [])
    for column in rest {
      let found = guess.assignments.first { $0.column == column.index }?.meaning.column
      if let found, wanted.contains(found) {
        table.columns.append(.init(name: found, source: .header(column.header)))
        if column.profile.blanks > 0, grouping.contains(found) {
          part.fillDown.append(column.header)
        }
        if found == Decision.column(\.days) { part.units[column.header] = "days" }
      } else if column.profile.isRunningNumber {
        part.ignoredColumns[column.header] = "a running number"
      } else {
        part.ownColumns.append(column.header)
      }
    }
    part.tables = [table]
    if heads == .committee, let named = headed(heads, by: CellSource(pieces: [.column]), grid) {
      part.tables.append(named)
    }
    return SheetProposal(parts: [part], confidence: 0.8)
  }

  /// The parts of committees in matters, by the letters of responsibilities.
  func decisions(_ grid: [Column], _ first: Column, _ head: CellSource) -> SheetProposal {
    var table = TableMapping(.decisions)
    table.columns = [
      .init(name: Decision.column(\.matter), source: .header(first.header)),
      .init(name: Decision.column(\.body), source: head),
      .init(name: HandoffLayouts.letter, source: CellSource(pieces: [.cell])),
    ]
    var found = proposal(table, grid, first, of: .committee)
    found.parts[0].layout = .responsibilities
    return found
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
