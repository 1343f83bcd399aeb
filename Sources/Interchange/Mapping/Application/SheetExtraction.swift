import EcosystemModel

/// Takes the rows of tables out of one sheet, as a mapping says, and notes what becomes of each cell.
struct SheetExtraction {
  let sheet: RawSheet
  let index: Int
  /// Whether rows and columns are exchanged.
  let isTurned: Bool
  var rows: [MappedRow] = []
  var diagnostics: [Diagnostic] = []
  private(set) var ledger: CellLedger
  var lastNameFirst: Set<String> = []
  /// The columns of the part, where others stand beside them; `nil` if all are.
  var region: Set<Int>?
  /// Whether the column at hand names people.
  var isPerson = false
  /// Whether a cell in the place of a person in the row at hand says that there is none.
  var isVacant = false
  /// The committees of seats that nobody has, with where it says so.
  var vacancies: [(committee: String, row: Int)] = []
  /// The last row of each level, from the first level down to the row at hand.
  var outline: [(depth: Int, row: Int, column: Int)] = []

  private init(_ sheet: RawSheet, index: Int, isTurned: Bool, ledger: CellLedger) {
    self.sheet = isTurned ? sheet.transposed : sheet
    self.index = index
    self.isTurned = isTurned
    self.ledger = ledger
  }

  /// Reads all parts of a sheet.
  static func rows(
    of sheet: RawSheet, _ index: Int, _ parts: [SheetMapping], ledger: CellLedger
  ) -> (rows: [MappedRow], diagnostics: [Diagnostic], ledger: CellLedger) {
    let starts = parts.map { part in
      part.ignored == nil && !part.isTurned
        ? SheetLayout(of: sheet, part).map { $0.firstRow - 1 } : nil
    }
    var rows: [MappedRow] = []
    var diagnostics: [Diagnostic] = []
    var ledger = ledger
    for (part, start) in zip(parts, starts) {
      var extraction = Self(sheet, index: index, isTurned: part.isTurned, ledger: ledger)
      let isShared = start != nil && starts.count { $0 == start } > 1
      extraction.read(
        part, others: starts.compactMap(\.self), isPart: isShared || part.layout == .form)
      rows += extraction.rows
      diagnostics += extraction.diagnostics
      ledger = extraction.ledger
    }
    return (rows, diagnostics, ledger)
  }

  /// The columns of a row that show something and are the part's own.
  func shown(in row: Int) -> [Int] {
    let columns = sheet.filled(row)
    return region.map { region in columns.filter(region.contains) } ?? columns
  }

  mutating func mark(_ fate: CellLedger.Fate, _ row: Int, _ column: Int) {
    ledger.mark(
      fate, sheet: index, row: isTurned ? column : row, column: isTurned ? row : column)
  }

  mutating func markRest(_ fate: CellLedger.Fate, _ row: Int) {
    for column in sheet.rows[row].indices where region?.contains(column) ?? true {
      let place = isTurned ? (column, row) : (row, column)
      if ledger.isOpen(sheet: index, row: place.0, column: place.1) { mark(fate, row, column) }
    }
  }

  /// Reads a part of the sheet, down to where the next part begins; `isPart` says that other parts stand beside it.
  private mutating func read(_ mapping: SheetMapping, others: [Int], isPart: Bool) {
    if let reason = mapping.ignored {
      ledger.markRest(.ignored(reason), sheet: index)
      return
    }
    guard let layout = SheetLayout(of: sheet, mapping) else {
      report(
        .error, "mapping.headers",
        "none of the headers of the mapping stands in this sheet (\(mapping.headers.prefix(5).map { "\"\($0)\"" }.spokenList(last: "and"))); its rows are not read",
        row: nil)
      return
    }
    reportMissing(mapping, layout)
    lastNameFirst = Set(mapping.lastNameFirst)
    if isPart { region = Set(mapping.headers.compactMap(layout.headers.column)) }
    let end = isTurned ? sheet.rows.count : end(after: layout.firstRow, others)
    mark(mapping, layout)
    var title = mapping.layout == .blocks ? titleAbove(layout, mapping) : nil
    var carried: [Int: (text: String, row: Int)] = [:]
    let filled = Set(mapping.fillDown.compactMap(layout.headers.column))
    for row in layout.firstRow..<max(end, layout.firstRow) {
      let columns = shown(in: row)
      guard let first = columns.first else { continue }
      if layout.isHeader(row, of: sheet) {
        markRest(.ignored("the headers once more"), row)
      } else if columns.count == 1, layout.headers.names.count > 1,
        NoteText.isNote(sheet.text(row, first))
      {
        markRest(.ignored("a note below the rows"), row)
      } else if isTotal(row, first, mapping) {
        markRest(.ignored("a row that adds others up"), row)
      } else if mapping.layout == .blocks, let title, sheet.isSubtitle(row) {
        takeSubtitle(row, first, below: title, mapping)
      } else if mapping.layout == .blocks, layout.isTitle(row, of: sheet) {
        title = (sheet.text(row, first), row, first)
        carried = [:]
        mark(.used, row, first)
      } else if mapping.layout == .list, mapping.levels.isEmpty, columns.count == 1,
        layout.isTitle(row, of: sheet), !layout.isKey(first, of: mapping),
        mapping.tables.allSatisfy(\.across.isEmpty)
      {
        markRest(.ignored("a title between rows"), row)
      } else {
        for column in filled {
          let text = sheet.text(row, column)
          if text.isEmpty { continue }
          carried[column] = (text, row)
        }
        goOn(row, mapping, layout)
        take(row, mapping, layout, title, carried)
      }
    }
    reportVacancies()
  }

  /// Whether a row adds others up: its first text says so, and no other text names anything.
  private func isTotal(_ row: Int, _ first: Int, _ mapping: SheetMapping) -> Bool {
    let texts = shown(in: row).map { sheet.text(row, $0) }
    guard let word = texts.first(where: { Int($0) == nil }) else { return false }
    if mapping.skippedRows.contains(where: { $0.lowercased() == word.lowercased() }) { return true }
    return WordReading.isTotal(row: texts)
  }

  /// Says what becomes of headers, titles above them, and columns that are not read.
  mutating func mark(_ mapping: SheetMapping, _ layout: SheetLayout) {
    if let header = layout.headers.row {
      for row in 0..<header {
        markRest(.ignored("above the headers"), row)
      }
      for column in 0..<sheet.width where region?.contains(column) ?? true {
        mark(.used, header, column)
        if !layout.headers.upper[column].isEmpty, header > 0 { mark(.used, header - 1, column) }
      }
    }
    for (header, reason) in mapping.ignoredColumns {
      guard let column = layout.headers.column(header) else { continue }
      for row in layout.firstRow..<sheet.rows.count {
        mark(.ignored(reason), row, column)
      }
    }
  }

  private mutating func reportMissing(_ mapping: SheetMapping, _ layout: SheetLayout) {
    let missing = mapping.headers.filter { layout.headers.column($0) == nil }
    guard !missing.isEmpty else { return }
    report(
      .warning, "mapping.headers",
      "\(missing.map { "\"\($0)\"" }.spokenList(last: "and")) \(missing.count == 1 ? "is no header" : "are no headers") of this sheet any more; change the mapping or the sheet",
      row: layout.headers.row)
  }
}
