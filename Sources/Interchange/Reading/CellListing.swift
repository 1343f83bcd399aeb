/// The cells of a dataset's files as they stand, for somebody who wants to see where a message points.
package struct CellListing: Encodable, Sendable {
  /// A sheet of a workbook, or a CSV file.
  package struct Sheet: Encodable, Sendable {
    /// The sheet's name, or the file's without its ending.
    package let name: String
    /// The file, as messages name it.
    package let file: String
    /// The sheet, as messages name it; `nil` outside of workbooks.
    package let sheet: String?
    /// The line of each row, as messages name it.
    package let lines: [Int]
    /// What the cells show, row by row; rows end with their last cell.
    package let rows: [[String]]
    /// How many rows there are beyond those listed.
    package let further: Int
  }

  /// The sheets in their order, without hidden ones.
  package let sheets: [Sheet]

  /// The most rows of a sheet that are listed.
  private static let mostRows = 5000
  private static let mostColumns = 200

  /// Reads the sheets of a workbook, or the CSV files of a folder.
  ///
  /// - Throws: ``ReadError`` where a dataset has no cells, such as a network, or cannot be read.
  /// - Complexity: O(size of the files).
  package init(at path: String) throws(ReadError) {
    sheets = try RawBook(at: path).sheets.filter { !$0.isHidden }.map(Self.sheet)
  }

  private static func sheet(_ raw: RawSheet) -> Sheet {
    Sheet(
      name: raw.name, file: raw.file, sheet: raw.sheet,
      lines: raw.lines.prefix(mostRows).map(Int.init),
      rows: raw.rows.prefix(mostRows).map { row in
        row.prefix(mostColumns).map { $0?.text ?? "" }
      },
      further: max(0, raw.rows.count - mostRows))
  }
}
