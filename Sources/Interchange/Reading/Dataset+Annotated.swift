package import EcosystemModel

extension Dataset {
  /// A copy of the dataset as a workbook in which the messages stand beside the rows and the cells they are about
  /// have colours; a first sheet lists them all.
  ///
  /// Of a workbook every sheet is copied with its values, read or not; fonts, formulas and pictures are not. Of other
  /// datasets each table becomes a sheet. The copy can be corrected and read again: the messages are left out then.
  ///
  /// - Throws: ``ReadError`` where the dataset is a workbook that can no longer be read.
  /// - Complexity: O(size of the dataset).
  package func annotated(with diagnostics: [Diagnostic]) throws(ReadError) -> Workbook {
    var sheets = [Self.list(of: diagnostics)]
    if case .dataset(.xlsx) = try? FileFormat(reading: path) {
      sheets += try copiedSheets(diagnostics)
    } else {
      sheets += sources.tables.map { Self.sheet(of: $0.table, named: $0.name, diagnostics) }
    }
    return Workbook(sheets)
  }

  /// The name of the sheet that lists all messages, which readers leave out.
  private static let listName = "messages (ignore)"

  /// Whether a file is such a copy, whose messages can be written anew.
  package static func isAnnotatedCopy(at path: String) -> Bool {
    guard let bytes = try? FileAccess.bytes(of: path),
      let workbook = try? WorkbookFile.open(bytes, file: path)
    else { return false }
    return workbook.entries.contains { $0.name == listName }
  }

  private static func list(of diagnostics: [Diagnostic]) -> Workbook.Sheet {
    var sheet = Workbook.Sheet(name: listName)
    sheet.rows = [
      ["severity", "place", "message", "rule"].map { .init(.text($0), role: .header) }
    ]
    for diagnostic in diagnostics {
      sheet.rows.append([
        .init(.text(diagnostic.severity.rawValue), role: .marked(diagnostic.severity)),
        .init(.text(diagnostic.location?.description ?? "")),
        .init(.text(diagnostic.message), isWrapped: true), .init(.text(diagnostic.rule)),
      ])
    }
    if diagnostics.isEmpty { sheet.rows.append([.init(.text("Nothing to mend."), role: .remark)]) }
    sheet.widths = [10, 32, 90, 24]
    sheet.frozenRows = 1
    sheet.filterRow = 0
    return sheet
  }

  /// The sheets of the workbook as they are, with the messages about each.
  private func copiedSheets(_ diagnostics: [Diagnostic]) throws(ReadError) -> [Workbook.Sheet] {
    var workbook = try WorkbookFile.open(try FileAccess.bytes(of: path), file: path)
    let tables = Dictionary(
      sources.tables.compactMap { entry in entry.table.sheet.map { ($0, entry.table) } },
      uniquingKeysWith: { first, _ in first })
    let messages = Dictionary(grouping: diagnostics) { $0.location?.sheet ?? "" }
    var sheets: [Workbook.Sheet] = []
    for entry in workbook.entries where entry.name != "messages (ignore)" {
      let source = try workbook.sheet(entry)
      guard let copy = source.copy else {
        throw ReadError(
          .tooLarge, "\"\(path)\" has cells too far apart in the sheet \"\(entry.name)\" to copy.")
      }
      guard let table = tables[entry.name] else {
        sheets.append(copy)
        continue
      }
      var annotated = AnnotatedSheet(
        copy, headerRow: Int(table.headers.first?.line ?? 1) - 1,
        messageColumn: SheetTable.messageColumn(of: source, header: table.headers.first?.line))
      for diagnostic in messages[entry.name] ?? [] {
        guard let line = diagnostic.location?.line else { continue }
        annotated.note(
          diagnostic, row: line - 1, column: diagnostic.location?.column.map { $0 - 1 })
      }
      sheets.append(annotated.finished())
    }
    return sheets
  }

  /// A table of text as a sheet, with the messages about it.
  private static func sheet(
    of table: Table, named name: TableName, _ diagnostics: [Diagnostic]
  ) -> Workbook.Sheet {
    var sheet = Workbook.Sheet(name: name.rawValue)
    sheet.rows = [table.headers.map { .init(.text($0.text), role: .header) }]
    var rows: [Int: Int] = [:]
    for row in table.rows.indices {
      sheet.rows.append((0..<table.width).map { .init(.text(table.text(row: row, column: $0))) })
      rows[Int(table.rows[row].line)] = row
      for column in 0..<table.width {
        let line = Int(table.cell(row: row, column: column).line)
        if line > 0, rows[line] == nil { rows[line] = row }
      }
    }
    var annotated = AnnotatedSheet(sheet, headerRow: 0)
    for diagnostic in diagnostics {
      guard let place = diagnostic.location, place.file == table.file, let line = place.line else {
        continue
      }
      if let row = rows[line] {
        let column = place.column.flatMap { wanted in
          (0..<table.width).first {
            let cell = table.cell(row: row, column: $0)
            return Int(cell.column) == wanted && Int(cell.line) == line
          }
        }
        annotated.note(diagnostic, row: row + 1, column: column)
      } else if let column = table.headers.firstIndex(where: {
        Int($0.line) == line && Int($0.column) == place.column
      }) {
        annotated.note(diagnostic, row: 0, column: column)
      }
    }
    return annotated.finished()
  }
}

extension WorkbookSheet {
  /// The cells as they are written again, or `nil` where they lie too far apart.
  var copy: Workbook.Sheet? {
    var sheet = Workbook.Sheet(name: name)
    sheet.isHidden = isHidden
    var room = 30_000_000
    for row in rows {
      guard let last = cells[row.cells].map(\.column).max() else { continue }
      room -= Int(last)
      guard room > 0 else { return nil }
      var copied = [Workbook.Cell](repeating: .init(.empty), count: Int(last))
      for cell in cells[row.cells] { copied[Int(cell.column) - 1] = copiedCell(cell.value) }
      while sheet.rows.count < Int(row.number) - 1 { sheet.rows.append([]) }
      sheet.rows.append(copied)
    }
    sheet.widths = Workbook.widths(of: sheet.rows)
    return sheet
  }

  private func copiedCell(_ value: SheetValue) -> Workbook.Cell {
    switch value {
    case .text(let text): .init(.text(text))
    case .number(let number): .init(.number(number))
    case .flag(let flag): .init(.flag(flag))
    case .moment:
      .init(CalendarDate(text(of: value)).map(Workbook.Value.date) ?? .text(text(of: value)))
    case .error(let text): .init(.text(text))
    case .uncomputed: .init(.empty)
    }
  }
}
