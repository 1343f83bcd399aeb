package import EcosystemModel

/// A workbook of somebody's own as it was understood: what each sheet is, what stays doubtful, and the data.
package struct ImportedBook: Sendable {
  /// One sheet, or a part of it.
  package struct Sheet: Sendable {
    /// The sheet's name.
    package let name: String
    /// The tables that it was read as; none where it is not read.
    package let tables: [TableName]
    /// Why it is not read; `nil` if it is.
    package let ignored: String?
    /// How sure that is, from 0 to 1; `nil` where a mapping says it.
    package let confidence: Double?
    /// How many rows of tables come from it.
    package let rows: Int
    /// The contract's columns with what they come from.
    package let columns: [(ours: String, theirs: String)]
    /// The headers of columns that are kept as the user's own.
    package let ownColumns: [String]
    /// What is not read of it, with the reason and how many cells it is.
    package let leftOut: [(reason: String, count: Int, lines: [Int])]
    /// Columns that were taken for something with little confidence.
    package let doubts: [String]
  }

  /// The file or folder.
  package let path: String
  package let sheets: [Sheet]
  /// What only the user can know, in sentences with their places.
  package let questions: [String]
  /// The data, read through the mapping.
  package let dataset: Dataset
  /// The mapping that was proposed, as the text of a file.
  package let proposal: String
  /// Whether the mapping that is there says the same.
  package let isUnchanged: Bool
  /// What became of the cells.
  package let ledger: CellLedger

  /// Reads a workbook, a CSV file or a folder of CSV files, and finds out what its sheets are.
  ///
  /// - Parameters:
  ///   - path: The file or folder.
  ///   - options: Which mapping is used for what it says; without one, what is recognised is used.
  /// - Throws: ``ReadError`` where there is nothing to read.
  package init(at path: String, options: ReadOptions = .init()) throws(ReadError) {
    let raw = try RawBook(at: path)
    let recognised = BookRecognition(raw)
    let known = try MappingFile.mapping(for: path, options.mapping)
    let mapping = known?.mapping ?? recognised.mapping
    let book = MappedBook(raw, mapping)
    self.path = path
    ledger = book.ledger
    questions = book.questions.map { question in
      question.text + (question.location.map { " (\($0))" } ?? "")
    }
    dataset = Dataset(book, path: path, options: options, mapping: known?.path)
    proposal = recognised.mapping.text()
    isUnchanged = known?.mapping == recognised.mapping
    sheets = raw.sheets.enumerated().map { index, sheet in
      Self.summary(
        sheet, mapping.parts(of: sheet, isOnly: raw.sheets.count == 1),
        book.ledger.reasons(sheet: index),
        known == nil ? recognised.proposals[index] : nil, rows: book.rowCounts[index])
    }
  }

  private static func summary(
    _ sheet: RawSheet, _ parts: [SheetMapping],
    _ reasons: [(reason: String, count: Int, rows: [Int])], _ proposal: SheetProposal?, rows: Int
  ) -> Sheet {
    let read = parts.filter { $0.ignored == nil }
    let tables = read.flatMap(\.tables)
    var seen: Set<TableName> = []
    return Sheet(
      name: sheet.name, tables: tables.map(\.table).filter { seen.insert($0).inserted },
      ignored: read.isEmpty ? parts.first?.ignored ?? "the mapping does not name it" : nil,
      confidence: proposal?.confidence, rows: rows,
      columns: tables.flatMap { table in
        table.columns.map { column in
          (
            ours: table.table == tables[0].table
              ? column.name : "\(table.table.rawValue).\(column.name)",
            theirs: column.source.description
          )
        }
      },
      ownColumns: read.flatMap(\.ownColumns),
      leftOut: reasons.map { entry in
        (entry.reason, entry.count, entry.rows.map { Int(sheet.lines[$0]) })
      },
      doubts: proposal?.doubts.map { doubt in
        "\(Phrase.quoted(doubt.header)) as \(doubt.column)"
      } ?? [])
  }
}

extension MappingQuestion {
  /// The question as a warning at its cell.
  var diagnostic: Diagnostic {
    Diagnostic(severity: .warning, rule: "mapping.question", message: text, location: location)
  }
}
