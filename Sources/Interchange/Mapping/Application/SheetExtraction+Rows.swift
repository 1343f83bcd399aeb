import EcosystemModel

// The rows of tables that one row of a sheet is.

extension SheetExtraction {
  /// Takes a row of the sheet as rows of the tables.
  mutating func take(
    _ row: Int, _ mapping: SheetMapping, _ layout: SheetLayout,
    _ title: (text: String, row: Int, column: Int)?, _ carried: [Int: (text: String, row: Int)]
  ) {
    // The user's own columns are those of what the rows name.
    let ofOwn = mapping.tables.firstIndex(where: \.across.isEmpty) ?? 0
    for (number, table) in mapping.tables.enumerated() {
      let grid = table.across.compactMap(layout.headers.column)
      let isOfHeaders = table.isOfHeaders
      if isOfHeaders, row != layout.firstRow { continue }
      for cell in table.across.isEmpty ? [nil] : grid.map(Optional.init) {
        if let cell, !isOfHeaders, !takes(row, cell, table, mapping, layout) { continue }
        if let cell, table.isSymmetric, !isFirstOfPair(row, cell, grid, layout) { continue }
        var mapped = MappedRow(table: table.table, sheet: index, row: row)
        isVacant = false
        for column in table.columns {
          isPerson = Self.namesPerson(column.name, of: table.table)
          let made = text(of: column.source, row, cell, layout, title, carried)
          guard !made.text.isEmpty else { continue }
          let header = column.source.headers.first ?? ""
          mapped.cells.append(
            .init(
              column: column.name, text: made.text, row: made.row, position: made.column,
              unit: mapping.units[header]))
        }
        if isVacant, noteVacancy(mapped) { continue }
        if number == ofOwn { takeOwn(row, mapping, layout, into: &mapped) }
        mapped.isMade =
          number > 0 && table.columns.first.map { $0.source.pieces.count > 1 } ?? false
          && table.table == .committees
        // What a cell of a main row does not name is no row of another table.
        let isWhole =
          number == 0
          || table.table.columns.allSatisfy { !$0.isRequired || mapped[$0.name] != nil }
        if !mapped.cells.isEmpty, isWhole { rows.append(isTurned ? mapped.turned : mapped) }
      }
    }
    if vacancies.last?.row == row, mapping.tables[0].across.isEmpty {
      markRest(.ignored("a vacant seat"), row)
    }
    markGrid(row, mapping, layout)
  }

  private static func namesPerson(_ column: String, of table: TableName) -> Bool {
    switch CellSort.of(table, column) {
    case .name: table == .people
    case .reference(let kinds, _): kinds == [.person]
    default: false
    }
  }

  /// Whether a table of a grid takes a cell: there is a mark in it, and how often a committee meets is no person.
  private mutating func takes(
    _ row: Int, _ cell: Int, _ table: TableMapping, _ mapping: SheetMapping, _ layout: SheetLayout
  ) -> Bool {
    let text = sheet.text(row, cell)
    if table.table == .memberships, WordReading.isVacant(text),
      table.source(of: Membership.column(\.person))?.pieces == [.cell]
    {
      vacancies.append((layout.headers.names[cell], row))
      return false
    }
    guard isMark(text, row, cell) else { return false }
    func isCadence(_ table: TableMapping) -> Bool {
      table.columns.contains {
        $0.source.pieces == [.cell] && CellSort.of(table.table, $0.name) == .cadence
      }
    }
    guard mapping.tables.contains(where: isCadence) else { return true }
    return isCadence(table) == (CadenceReading.timesPerYear(text) != nil)
  }

  /// Notes a seat that nobody has; `false` if the row says who has it.
  private mutating func noteVacancy(_ row: MappedRow) -> Bool {
    switch row.table {
    case .memberships where row[Membership.column(\.person)] == nil:
      vacancies.append((row[Membership.column(\.committee)] ?? "", row.row))
      return true
    case .people: return row[Person.nameColumn] == nil
    default: return false
    }
  }

  /// One note for all seats of the part that nobody has.
  mutating func reportVacancies() {
    guard let first = vacancies.first else { return }
    var seen: Set<String> = []
    let names = vacancies.map(\.committee).filter { !$0.isEmpty && seen.insert($0).inserted }
    let of = names.isEmpty ? "" : " of \(Phrase.list(names.map(Phrase.quoted), limit: 5))"
    report(
      .note, "mapping.vacant",
      "\(Phrase.count(vacancies.count, "seat"))\(of) \(vacancies.count == 1 ? "is" : "are") vacant and left out",
      row: first.row)
  }

  private mutating func takeOwn(
    _ row: Int, _ mapping: SheetMapping, _ layout: SheetLayout, into mapped: inout MappedRow
  ) {
    for header in mapping.ownColumns {
      guard let column = layout.headers.column(header) else { continue }
      let text = sheet.text(row, column)
      guard !text.isEmpty else { continue }
      mark(.used, row, column)
      guard !WordReading.isBlank(text) else { continue }
      mapped.cells.append(
        .init(column: header, text: text, row: row, position: column, isOwn: true))
    }
  }

  /// Empty marks of a grid, such as `0` and `-`, say that there is nothing.
  private mutating func markGrid(_ row: Int, _ mapping: SheetMapping, _ layout: SheetLayout) {
    for column in mapping.tables.flatMap(\.across).compactMap(layout.headers.column) {
      mark(.used, row, column)
    }
  }
}
