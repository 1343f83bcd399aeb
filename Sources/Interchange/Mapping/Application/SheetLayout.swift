import EcosystemModel

/// Where in a sheet the headers of a mapping stand, and which rows are rows.
struct SheetLayout {
  let headers: SheetHeaders
  /// The first row below the headers.
  let firstRow: Int

  /// Finds the row in which most of a mapping's headers stand; `nil` if none of them does.
  init?(of sheet: RawSheet, _ mapping: SheetMapping) {
    // Where columns have no headers, they are called by their letters.
    let lettered = SheetHeaders(of: sheet, row: nil)
    let wanted = mapping.headers
    if !wanted.isEmpty, wanted.allSatisfy({ lettered.column($0) != nil }) {
      headers = lettered
      firstRow = 0
      return
    }
    var best: (row: Int, count: Int)?
    for row in sheet.rows.indices.prefix(2000)
    where sheet.filled(row).count * 2 >= min(wanted.count, 2) {
      let found = SheetHeaders(of: sheet, row: row)
      let count = wanted.count { found.column($0) != nil && !$0.hasPrefix("column ") }
      if count > best?.count ?? 0 { best = (row, count) }
      if count == wanted.count { break }
    }
    guard let best, best.count * 2 >= wanted.count || best.count > 3 else { return nil }
    headers = SheetHeaders(of: sheet, row: best.row)
    firstRow = best.row + 1
  }

  /// Whether a row says the headers once more.
  func isHeader(_ row: Int, of sheet: RawSheet) -> Bool {
    guard let header = headers.row, row != header else { return false }
    return sheet.repeats(row, headers: header, in: sheet.filled(header))
  }

  /// Whether a row has one text and nothing else, so that it may be the title of those below it.
  func isTitle(_ row: Int, of sheet: RawSheet) -> Bool {
    let columns = sheet.filled(row)
    guard columns.count == 1, let cell = sheet.cell(row, columns[0]) else { return false }
    if sheet.width == 1 { return NameLexicon.isCommitteeLike(cell.text) }
    return cell.sort == .text && columns[0] <= 1 && !PersonText(cell.text).isSurelyPerson
  }

  /// Whether a row without anything but this column says something by itself.
  func isKey(_ column: Int, of mapping: SheetMapping) -> Bool {
    guard let table = mapping.tables.first, let key = table.columns.first else { return false }
    return key.source.headers.contains { headers.column($0) == column }
  }
}
