import EcosystemModel

extension Dataset {
  /// The workbook that the dataset is, with a column of answers beside the rows of their entities.
  ///
  /// The column stands behind all others of the sheet, or in the place of its own earlier one. Everything else stays as it is.
  ///
  /// - Returns: The bytes, and how many rows got an answer.
  /// - Throws: ``ReadError`` where the dataset is no workbook, holds macros, or has no row of any of the entities.
  /// - Complexity: O(size of the workbook).
  package func workbook(
    adding column: AnswerColumn
  ) throws(ReadError) -> (bytes: [UInt8], count: Int) {
    guard case .dataset(.xlsx) = try? FileFormat(reading: path) else {
      throw ReadError(
        .badOption, "\"\(path)\" is no workbook; a column can only be added to an .xlsx file.")
    }
    var sheets: [String: [Int: Workbook.Value]] = [:]
    var count = 0
    for (entity, value) in column.cells {
      guard let position = ecosystem.position(of: entity),
        let place = sources.location(of: .init(entity.kind.table, position)),
        let sheet = place.sheet, let line = place.line
      else { continue }
      sheets[sheet, default: [:]][line] = value
      count += 1
    }
    guard count > 0 else {
      throw ReadError(
        .notADataset,
        "\"\(path)\" has no row of those whom the answer is about; name a workbook with a sheet of them."
      )
    }
    let bytes = try FileAccess.bytes(of: path)
    var workbook = try WorkbookFile.open(bytes, file: path)
    var book = try WorkbookPatch.open(bytes, file: path)
    var styles = try book.styles()
    for entry in workbook.entries {
      guard let values = sheets[entry.name] else { continue }
      let place = AnswerPlace(
        of: column.header, in: try workbook.sheet(entry), headers: headerLine(of: entry.name),
        rows: values.keys)
      try book.change(entry.part, place.changes(column.header, values), &styles)
      try RemarkPatch.add(
        [place.header: [place.column: column.remark]], to: entry.part, &book, keepingOurs: true)
    }
    try book.set(styles)
    return (try book.finished(), count)
  }

  /// The row of headers of the table that a sheet holds; `nil` if none is known.
  private func headerLine(of sheet: String) -> Int? {
    sources.tables.first { $0.table.sheet == sheet }?.table.headers.map { Int($0.line) }.min()
  }
}
