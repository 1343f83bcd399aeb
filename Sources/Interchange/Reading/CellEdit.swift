import EcosystemModel

/// A cell of a file that says something else.
package struct CellEdit: Codable, Sendable, Hashable {
  /// The file, as messages name it.
  package let file: String
  /// The sheet of a workbook; `nil` for a CSV file.
  package let sheet: String?
  /// The line or row, as messages name it.
  package let line: Int
  /// The column, counted from 1.
  package let column: Int
  /// What the cell says; nothing empties it.
  package let text: String

  /// The bytes of a workbook or a CSV file with cells changed; everything else stays as it is, byte for byte.
  ///
  /// - Parameters:
  ///   - edits: The cells; of two for the same cell the last one counts.
  ///   - bytes: The file as it is.
  ///   - file: Its name.
  /// - Returns: The file as it is to be.
  /// - Throws: ``ReadError`` where the file is neither, is damaged, or a cell cannot be there.
  /// - Complexity: O(size of the file).
  package static func applied(
    _ edits: [CellEdit], to bytes: [UInt8], file: String
  ) throws(ReadError) -> [UInt8] {
    for edit in edits {
      guard (1...1_048_576).contains(edit.line), (1...16_384).contains(edit.column),
        edit.text.utf16.count <= 32_767
      else {
        throw ReadError(
          .refused, "\"\(file)\" has no cell at row \(edit.line), column \(edit.column).")
      }
    }
    switch try FileFormat(reading: file) {
    case .dataset(.xlsx): return try edited(workbook: bytes, edits, file: file)
    case .dataset(.csv): return try CSVEdit.applied(edits, to: bytes, file: file)
    default:
      throw ReadError(
        .unsupportedFormat, "Cells are changed in workbooks and CSV files; \"\(file)\" is neither.")
    }
  }

  private static func edited(
    workbook bytes: [UInt8], _ edits: [CellEdit], file: String
  ) throws(ReadError) -> [UInt8] {
    let workbook = try WorkbookFile.open(bytes, file: file)
    var book = try WorkbookPatch.open(bytes, file: file)
    var styles = try book.styles()
    var sheets: [String: [Int: [Int: SheetPatch.Change]]] = [:]
    for edit in edits {
      sheets[edit.sheet ?? "", default: [:]][edit.line, default: [:]][edit.column] =
        .write(edit.value, likeColumn: nil)
    }
    for (name, cells) in sheets.sorted(by: { $0.key < $1.key }) {
      guard let entry = workbook.entries.first(where: { $0.name == name }) else {
        throw ReadError(.refused, "\"\(file)\" has no sheet \"\(name)\".")
      }
      try book.change(entry.part, cells, &styles)
    }
    try book.set(styles)
    return try book.finished()
  }

  /// The value of a workbook's cell: a number where the text is one as it would be written, otherwise the text.
  private var value: Workbook.Value {
    if text.isEmpty { return .empty }
    guard let number = Double(text), number.magnitude < 1e15, NumberText.text(of: number) == text
    else { return .text(text) }
    return .number(number)
  }
}
