import EcosystemModel

/// A workbook read as tables of the contract, as a mapping says.
struct MappedBook {
  private(set) var tables: [TableName: Table] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var ledger: CellLedger
  /// What stays doubtful.
  private(set) var questions: [MappingQuestion] = []
  /// How many rows of tables come from each sheet.
  private(set) var rowCounts: [Int]

  init(_ book: RawBook, _ mapping: WorkbookMapping) {
    ledger = CellLedger(of: book)
    rowCounts = Array(repeating: 0, count: book.sheets.count)
    diagnostics = book.diagnostics
    var rows: [MappedRow] = []
    for (index, sheet) in book.sheets.enumerated() {
      rows += extract(
        sheet, index, mapping.parts(of: sheet, isOnly: book.sheets.count == 1))
    }
    rows = HandoffLayouts.replaced(rows, in: book, mapping).map(\.plain)
    let habits = WritingHabits(rows, mapping)
    var naming = NameResolution(rows, in: book, mapping)
    rows = Self.withoutUnnamed(naming.resolved(rows))
    var values = ValueTidying(habits, mapping, book)
    rows = values.tidied(rows)
    var merging = RowMerging(book)
    rows = merging.merged(rows)
    for row in rows { rowCounts[row.sheet] += 1 }
    tables = TableAssembly.tables(of: rows, in: book)
    diagnostics += naming.diagnostics + values.diagnostics + merging.diagnostics
    questions = naming.questions + values.questions
    for question in questions {
      for cell in question.cells {
        ledger.mark(.asked, sheet: cell.sheet, row: cell.row, column: cell.column)
      }
    }
    for (index, sheet) in book.sheets.enumerated() { ledger.passOverBlanks(of: sheet, index) }
    askAboutRest(of: book)
  }

  /// Leaves out committees that were made for a column in which nobody stands.
  private static func withoutUnnamed(_ rows: [MappedRow]) -> [MappedRow] {
    let committees = Set(rows.compactMap { $0[Membership.column(\.committee)] })
    return rows.filter { !$0.isMade || committees.contains($0[Committee.nameColumn] ?? "") }
  }

  private mutating func extract(
    _ sheet: RawSheet, _ index: Int, _ parts: [SheetMapping]
  ) -> [MappedRow] {
    guard !parts.isEmpty else {
      let texts = ledger.openRows(sheet: index).count
      ledger.markRest(.ignored("the mapping does not name this sheet"), sheet: index)
      if texts > 0 {
        diagnostics.append(
          Diagnostic(
            severity: .warning, rule: "mapping.sheet",
            message:
              "the mapping says nothing of this sheet, so it is not read; import the workbook again to have it looked at",
            location: Location(file: sheet.file, sheet: sheet.sheet)))
      }
      return []
    }
    let extraction = SheetExtraction.rows(of: sheet, index, parts, ledger: ledger)
    ledger = extraction.ledger
    diagnostics += extraction.diagnostics
    return extraction.rows
  }

  /// What no rule has an answer for is asked about, sheet by sheet.
  private mutating func askAboutRest(of book: RawBook) {
    for (index, sheet) in book.sheets.enumerated() {
      let rows = ledger.openRows(sheet: index)
      guard let first = rows.first else { continue }
      ledger.markRest(.asked, sheet: index)
      questions.append(
        MappingQuestion(
          text:
            "\(Phrase.count(rows.count, "row")) of \(Phrase.quoted(sheet.name)) \(rows.count == 1 ? "has" : "have") cells that no column takes: what are they?",
          cells: rows.prefix(3).map { row in
            .init(sheet: index, row: row, column: sheet.filled(row).first ?? 0)
          }, location: sheet.location(first, sheet.filled(first).first)))
    }
  }
}

/// Something that only the user can know.
struct MappingQuestion {
  struct Cell: Hashable {
    let sheet: Int
    let row: Int
    let column: Int
  }

  /// What is asked, with what is assumed meanwhile.
  let text: String
  /// The cells that it is about, or the first of them.
  let cells: [Cell]
  /// Where the first of them stands.
  let location: Location?
}
