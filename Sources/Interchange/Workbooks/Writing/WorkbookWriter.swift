internal import CXLSXWriter
import Containers
import EcosystemModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Workbook {
  /// The workbook as the bytes of an `.xlsx` file.
  ///
  /// - Throws: ``WriteError`` where a text or sheet is larger than Excel allows, or where no temporary file can be made.
  /// - Complexity: O(number of cells).
  package func bytes() throws(WriteError) -> [UInt8] {
    // The library writes files only.
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/ecomap-XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else {
      throw WriteError("No temporary file can be made in \"\(folder)\"; set TMPDIR to a folder.")
    }
    close(descriptor)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    DraftFiles.add(path)
    defer { DraftFiles.remove(path) }
    try WorkbookWriter.write(self, to: path)
    do {
      return try FileAccess.bytes(of: path)
    } catch {
      throw WriteError("The workbook cannot be read back: \(error.message)")
    }
  }

  /// Writes the workbook to a file, whole or not at all.
  ///
  /// - Throws: ``WriteError`` as ``bytes()`` does, and where the operating system refuses.
  package func write(to path: String) throws(WriteError) {
    try AtomicFile.write(try bytes(), to: path)
  }
}

/// Puts a workbook into a file by way of libxlsxwriter; with ``WorkbookStyles`` the only place that sees its pointers.
@safe package struct WorkbookWriter {
  private let libxlsxwriter: libxlsxwriter_functions
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var styles: WorkbookStyles
  private var failure: WriteError?

  /// 1 January 2000, so that the time of writing is not in the file.
  private static let created = 946_684_800

  /// The functions of the library, which is opened with the first workbook.
  private static let opened = unsafe libxlsxwriter_opened()?.pointee

  /// Whether workbooks can be written on this machine.
  package static var isPossible: Bool { opened != nil }

  static func write(_ workbook: Workbook, to path: String) throws(WriteError) {
    guard let libxlsxwriter = opened else {
      throw WriteError(
        "Workbooks are written by \(DelayedLibrary.workbookWriter.isMissing), or write CSV.")
    }
    guard let book = unsafe libxlsxwriter.workbook_new(path) else {
      throw WriteError("There is not enough memory for the workbook.")
    }
    var properties = unsafe lxw_doc_properties()
    unsafe properties.created = created
    _ = unsafe libxlsxwriter.workbook_set_properties(book, &properties)
    var writer = unsafe Self(
      libxlsxwriter: libxlsxwriter, book: book, styles: WorkbookStyles(of: book, libxlsxwriter))
    let sheets = workbook.sheets.isEmpty ? [Workbook.Sheet(name: "empty")] : workbook.sheets
    for sheet in sheets where writer.failure == nil { writer.write(sheet) }
    let result = unsafe libxlsxwriter.workbook_close(book)
    if let failure = writer.failure { throw failure }
    guard result == LXW_NO_ERROR else {
      throw WriteError("The workbook cannot be written: \(writer.text(of: result)).")
    }
  }

  private func text(of error: lxw_error) -> String {
    unsafe libxlsxwriter.lxw_strerror(error).map { unsafe String(cString: $0) }
      ?? "an unknown fault"
  }

  private mutating func write(_ sheet: Workbook.Sheet) {
    guard let target = unsafe libxlsxwriter.workbook_add_worksheet(book, sheet.name) else {
      failure = WriteError("Excel does not allow a sheet to be called \"\(sheet.name)\".")
      return
    }
    for (index, width) in sheet.widths.enumerated() where width > 0 {
      let format = unsafe sheet.textColumns.contains(index) ? styles.text : nil
      unsafe _ = libxlsxwriter.worksheet_set_column(
        target, UInt16(index), UInt16(index), min(width, 255), format)
    }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() where failure == nil {
        let result = unsafe put(cell, target, row, column)
        guard result != LXW_NO_ERROR else { continue }
        let place = "\(sheet.name)!\(Location.letters(ofColumn: column + 1))\(row + 1)"
        failure = WriteError(
          "Excel cannot hold the cell \(place): \(text(of: result)).")
      }
      // Cells are only checked up to the sheet's own limits.
      if row >= 1_048_576 {
        failure = WriteError("The sheet \"\(sheet.name)\" has more rows than Excel can hold.")
      }
      guard failure == nil else { return }
    }
    unsafe arrange(sheet, target)
  }

  private func arrange(_ sheet: Workbook.Sheet, _ target: UnsafeMutablePointer<lxw_worksheet>) {
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      unsafe libxlsxwriter.worksheet_freeze_panes(
        target, UInt32(sheet.frozenRows), UInt16(sheet.frozenColumns))
    }
    if let row = sheet.filterRow, sheet.rows.indices.contains(row), !sheet.rows[row].isEmpty {
      let last = max(row, sheet.rows.count - 1)
      unsafe _ = libxlsxwriter.worksheet_autofilter(
        target, UInt32(row), 0, UInt32(last), UInt16(sheet.rows[row].count - 1))
    }
    for comment in sheet.comments {
      var options = unsafe lxw_comment_options()
      unsafe options.width = 280
      unsafe options.height = UInt16(min(400, 40 + 18 * (comment.text.count / 40)))
      unsafe _ = libxlsxwriter.worksheet_write_comment_opt(
        target, UInt32(comment.row), UInt16(comment.column),
        String(comment.text.prefix(8000)), &options)
    }
    for choice in sheet.choices { unsafe offer(choice, target) }
    for bars in sheet.bars {
      var format = unsafe lxw_conditional_format()
      unsafe format.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
      unsafe format.data_bar_2010 = 1
      unsafe format.bar_solid = 1
      unsafe format.bar_color = 0xA9C4E0
      unsafe _ = libxlsxwriter.worksheet_conditional_format_range(
        target, UInt32(bars.rows.lowerBound), UInt16(bars.column), UInt32(bars.rows.upperBound),
        UInt16(bars.column), &format)
    }
  }

  private func offer(_ choice: Workbook.Choice, _ target: UnsafeMutablePointer<lxw_worksheet>) {
    var formula: String
    switch choice.source {
    case .words(let words):
      // Excel takes at most 255 letters of words.
      var fitting = words
      while fitting.joined(separator: ",").utf16.count > 255 { fitting.removeLast() }
      formula = fitting.joined(separator: ",")
        .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      formula = "=\"\(formula)\""
    case .column(let sheet, let column, let rows):
      let letters = Location.letters(ofColumn: column + 1)
      let name = sheet.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''")
      let first = "'\(name)'!$\(letters)$\(rows.lowerBound + 1)"
      // Only as long as the column is filled, so that the list does not end in empty lines.
      formula =
        "=OFFSET(\(first),0,0,MAX(1,COUNTA(\(first):$\(letters)$\(rows.upperBound + 1))),1)"
    }
    var characters = Array(formula.utf8CString)
    unsafe characters.withUnsafeMutableBufferPointer { buffer in
      var validation = unsafe lxw_data_validation()
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      unsafe validation.value_formula = buffer.baseAddress
      if !choice.isClosed { unsafe validation.show_error = UInt8(LXW_VALIDATION_OFF.rawValue) }
      unsafe _ = libxlsxwriter.worksheet_data_validation_range(
        target, UInt32(choice.rows.lowerBound), UInt16(choice.column),
        UInt32(choice.rows.upperBound), UInt16(choice.column), &validation)
    }
  }

  private mutating func put(
    _ cell: Workbook.Cell, _ target: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int
  ) -> lxw_error {
    guard let at = UInt32(exactly: row), let across = UInt16(exactly: column) else {
      return LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE
    }
    let format = unsafe styles.format(for: cell)
    switch cell.value {
    case .empty:
      return unsafe format.map {
        unsafe libxlsxwriter.worksheet_write_blank(target, at, across, $0)
      }
        ?? LXW_NO_ERROR
    case .text(let text):
      guard !text.isEmpty else {
        return unsafe format.map {
          unsafe libxlsxwriter.worksheet_write_blank(target, at, across, $0)
        }
          ?? LXW_NO_ERROR
      }
      return unsafe libxlsxwriter.worksheet_write_string(
        target, at, across, SharedStrings.escaped(text), format)
    case .number(let number):
      guard number.isFinite else { return LXW_NO_ERROR }
      return unsafe libxlsxwriter.worksheet_write_number(target, at, across, number, format)
    case .date(let date):
      guard let serial = SerialDate.serial(of: date) else {
        return unsafe libxlsxwriter.worksheet_write_string(
          target, at, across, date.description, format)
      }
      return unsafe libxlsxwriter.worksheet_write_number(target, at, across, serial, format)
    case .flag(let flag):
      return unsafe libxlsxwriter.worksheet_write_boolean(target, at, across, flag ? 1 : 0, format)
    }
  }
}
