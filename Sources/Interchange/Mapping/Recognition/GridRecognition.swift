import EcosystemModel

/// Recognises grids: names in the first column and in the headers, with marks, roles, weights, letters or names in the cells.
struct GridRecognition {
  let sheet: RawSheet
  let rows: SheetRows
  let columns: [TableGuess.Column]
  let fit: ValueFit

  typealias Column = TableGuess.Column

  /// What the sheet is as a grid; `nil` if it is none.
  func proposal() -> SheetProposal? {
    let grid = lettered(columns.filter(isGridColumn))
    guard grid.count >= 2, let first = names(beside: grid) else { return people() }
    let lower = grid.map { rows.names.lower[$0.index] }
    let isGrouped =
      grid.contains { !rows.names.upper[$0.index].isEmpty } && kind(of: lower) != nil
    let heads = kind(of: isGrouped ? lower : grid.map(\.header))
    // What two groups call the same is two things.
    let isTold = isGrouped && (heads != .committee || Set(lower).count == lower.count)
    let head = CellSource(pieces: [isTold ? .lower : .column])
    let names = kind(of: first.profile.texts)
    var table: TableMapping
    if let heads, isRights(grid), !areNames(of: first) {
      return proposal(rights(head, .header(first.header)), grid, first, of: heads)
    }
    if isLetters(grid), names != .person, !areNames(of: first) {
      return heads == .committee
        ? decisions(grid, first, head) : responsibilities(grid, first)
    }
    switch (names, heads) {
    case (_, .committee), (.person, nil):
      table = seats(person: .header(first.header), committee: head)
    case (.committee, .person), (.committee, nil):
      table = seats(person: head, committee: .header(first.header))
      guard heads == .person || areNames(grid) else { return nil }
    case (.company, .alliance):
      table = TableMapping(.alliances)
      table.columns = [
        .init(name: Alliance.nameColumn, source: head),
        .init(name: Alliance.column(\.companies), source: .header(first.header)),
      ]
    default:
      guard isSquare(grid, first) || (names != nil && heads != nil) else { return nil }
      table = links(grid, first)
    }
    table.across = grid.map(\.header)
    var found = proposal(table, grid, first)
    guard table.table == .memberships else { return found }
    if let heads, let named = headed(heads, by: head, grid) {
      found.parts[0].tables.append(named)
      if heads == .committee { found.parts[0].tables += alliances(over: grid) }
    }
    found.roles = legend(of: grid)
    return found
  }

  /// The people or committees that the headers name, also those without a mark, with the company above them.
  func headed(
    _ kind: EntityReference.Kind, by head: CellSource, _ grid: [Column]
  ) -> TableMapping? {
    guard let name = kind.table.columns.first?.name else { return nil }
    var table = TableMapping(kind.table)
    table.columns = [.init(name: name, source: head)]
    if kind == .person, head.pieces == [.lower] {
      table.columns.append(
        .init(name: Person.column(\.company), source: CellSource(pieces: [.upper])))
    }
    if kind == .committee, !alliances(over: grid).isEmpty {
      table.columns.append(
        .init(name: Committee.column(\.alliance), source: CellSource(pieces: [.upper])))
    }
    table.across = grid.map(\.header)
    return table
  }

  /// The column of the names that rows of the grid bear: one called so, else the one with most names.
  private func names(beside grid: [Column]) -> Column? {
    let texts = columns(besides: grid).filter { column in
      column.profile.numbers < 0.8 && column.profile.length < 60
        && column.index < grid[0].index
    }
    let wanted = [
      Person.nameColumn, Membership.column(\.person), Handoff.column(\.what),
      Vocabulary.Parts.activity,
    ]
    let named = texts.first { column in
      column.profile.blanks == 0
        && column.fits.contains { wanted.contains($0.meaning.column) && $0.value > 0.9 }
    }
    return named
      ?? texts.max { ($0.profile.distinct, -$0.index) < ($1.profile.distinct, -$1.index) }
  }

  /// The columns with cells that are none of some.
  func columns(besides taken: [Column]) -> [Column] {
    columns.filter { column in
      !column.profile.isEmpty && !taken.contains { $0.index == column.index }
    }
  }

  /// The grid's table with what other columns say of the names in the first.
  private func proposal(_ table: TableMapping, _ grid: [Column], _ first: Column) -> SheetProposal {
    var part = SheetMapping(sheet: sheet.name)
    part.tables = [table]
    if first.profile.surePeople > 0.2, first.profile.isLastNameFirst {
      part.lastNameFirst = [first.header]
    }
    let rest = columns(besides: grid + [first])
    let kind: TableName? =
      switch table.table {
      case .memberships:
        table.source(of: Membership.column(\.person))?.headers.isEmpty == false
          ? .people : .committees
      case .relationships: self.kind(of: first.profile.texts)?.table ?? .companies
      default: nil
      }
    var taken: Set<Int> = []
    if let kind, let name = kind.columns.first?.name {
      let guess = TableGuess(kind, among: rest + [first], fit: fit)
      var entity = TableMapping(kind)
      entity.columns = [.init(name: name, source: .header(first.header))]
      for found in guess.assignments
      where found.column != first.index && found.meaning.column != name
        && !found.meaning.column.hasPrefix("(")
      {
        entity.columns.append(
          .init(name: found.meaning.column, source: .header(columns[found.column].header)))
        taken.insert(found.column)
      }
      part.tables.append(entity)
    }
    for column in rest where !taken.contains(column.index) {
      if column.profile.isRunningNumber {
        part.ignoredColumns[column.header] = "a running number"
      } else if isCount(column, of: grid) {
        part.ignoredColumns[column.header] = "a count beside the grid"
      } else if column.profile.texts.allSatisfy({ !MarkLegend.entries($0).isEmpty }) {
        part.ignoredColumns[column.header] = "a legend of the marks"
      } else {
        part.ownColumns.append(column.header)
      }
    }
    return SheetProposal(parts: [part], confidence: 0.85)
  }

  private func seats(person: CellSource, committee: CellSource) -> TableMapping {
    var table = TableMapping(.memberships)
    table.columns = [
      .init(name: Membership.column(\.person), source: person),
      .init(name: Membership.column(\.committee), source: committee),
      .init(name: Membership.column(\.role), source: CellSource(pieces: [.cell])),
    ]
    return table
  }

  private func links(_ grid: [Column], _ first: Column) -> TableMapping {
    var table = TableMapping(.relationships)
    table.columns = [
      .init(name: Relationship.column(\.from), source: .header(first.header)),
      .init(name: Relationship.column(\.to), source: CellSource(pieces: [.column])),
    ]
    let cells = grid.flatMap(\.profile.texts)
    let areNumbers = cells.allSatisfy { QuantityReading($0) != nil }
    if areNumbers, !cells.allSatisfy({ ["0", "1"].contains($0) }) {
      table.columns.append(
        .init(name: Relationship.column(\.weight), source: CellSource(pieces: [.cell])))
    } else if !areNumbers, !cells.allSatisfy({ WordReading.answer($0) != nil }) {
      table.columns.append(
        .init(name: Relationship.column(\.kind), source: CellSource(pieces: [.cell])))
    }
    table.isSymmetric = isSquare(grid, first) && isSymmetric(grid, first)
    return table
  }

  /// Columns of people under the names of committees, with their roles before them or no roles at all.
  private func people() -> SheetProposal? {
    let grid = columns.filter { column in
      isCommittee(column.header) && SeatWords.meaning(of: column.header) == nil
        && holdsPeople(column)
    }
    guard grid.count >= 2 else { return nil }
    var table = TableMapping(.memberships)
    table.columns = [
      .init(name: Membership.column(\.person), source: CellSource(pieces: [.cell])),
      .init(name: Membership.column(\.committee), source: CellSource(pieces: [.column])),
    ]
    table.across = grid.map(\.header)
    var part = SheetMapping(sheet: sheet.name)
    for column in columns(besides: grid) {
      if column.profile.roles > 0.6, table.columns.count == 2 {
        table.columns.append(.init(name: Membership.column(\.role), source: .header(column.header)))
        if column.profile.blanks > 0 { part.fillDown = [column.header] }
      } else {
        part.ignoredColumns[column.header] =
          column.profile.isRunningNumber ? "a running number" : "it says nothing of a seat"
      }
    }
    part.tables = [table]
    if grid.contains(where: { $0.profile.cadences > 0 }) {
      var met = TableMapping(.committees)
      met.columns = [
        .init(name: Committee.nameColumn, source: CellSource(pieces: [.column])),
        .init(name: Committee.column(\.cadence), source: CellSource(pieces: [.cell])),
      ]
      met.across = table.across
      part.tables.append(met)
    }
    return SheetProposal(parts: [part], confidence: 0.8)
  }

  private func responsibilities(_ grid: [Column], _ first: Column) -> SheetProposal {
    var table = TableMapping(.handoffs)
    table.columns = [
      .init(name: Handoff.column(\.what), source: .header(first.header)),
      .init(name: HandoffLayouts.bearer, source: CellSource(pieces: [.column])),
      .init(name: HandoffLayouts.letter, source: CellSource(pieces: [.cell])),
    ]
    table.across = grid.map(\.header)
    var part = SheetMapping(sheet: sheet.name)
    part.layout = .responsibilities
    for column in columns(besides: grid + [first]) {
      let stage = column.fits.first {
        $0.meaning.table == .handoffs && $0.meaning.column == Handoff.column(\.stage)
          && $0.value > 0.9
      }
      if stage != nil {
        table.columns.append(.init(name: Handoff.column(\.stage), source: .header(column.header)))
        if column.profile.blanks > 0 { part.fillDown = [column.header] }
      } else {
        part.ignoredColumns[column.header] =
          column.profile.isRunningNumber ? "a running number" : "not of the grid"
      }
    }
    part.tables = [table]
    return SheetProposal(parts: [part], confidence: 0.8)
  }
}
