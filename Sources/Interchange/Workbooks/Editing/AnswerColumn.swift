package import EcosystemModel

/// A figure or a few words for each of some entities, to stand beside their rows in the user's own workbook.
package struct AnswerColumn: Sendable {
  /// What is asked, such as `load`; the header is `ecomap: load`.
  package let title: String
  /// How it was computed, as a remark at the header.
  package let remark: String
  /// What there is to say of each entity.
  package let cells: [(entity: EntityReference, value: Workbook.Value)]

  /// Makes a column.
  package init(
    title: String, remark: String, cells: [(entity: EntityReference, value: Workbook.Value)]
  ) {
    self.title = title
    self.remark = remark
    self.cells = cells
  }

  /// What the headers of such columns begin with, which readers leave out.
  private static let mark = "ecomap: "

  /// The header.
  package var header: String { Self.mark + title }

  /// Whether a header is one of such a column.
  static func isHeader(_ text: String) -> Bool { text.lowercased().hasPrefix(mark) }
}

/// Where a column of answers stands in a sheet.
struct AnswerPlace {
  /// The row of the header, counted from 1.
  let header: Int
  /// The column, counted from 1.
  let column: Int
  /// The column whose header lends its looks.
  private let neighbour: Int
  /// The rows in which an earlier column said something.
  private let former: [Int]

  /// Finds the column of an earlier run, or the first that is free in all rows from the headers down.
  init(of title: String, in sheet: WorkbookSheet, headers: Int?, rows: some Sequence<Int>) {
    let first = rows.min() ?? 2
    header = min(headers ?? first - 1, max(1, first - 1))
    let line = header
    let below = sheet.rows.filter { $0.number >= line }
    let last = below.flatMap { sheet.cells[$0.cells].map { Int($0.column) } }.max() ?? 0
    let merged = sheet.merges.filter { $0.rows.upperBound >= line }
      .map { Int($0.columns.upperBound) }.max()
    let earlier = below.first { $0.number == line }.flatMap { row in
      sheet.cells[row.cells].first { sheet.text(of: $0.value) == title }
    }
    if let earlier {
      column = Int(earlier.column)
      neighbour = column
      former = below.filter { row in
        row.number > line && sheet.cells[row.cells].contains { $0.column == earlier.column }
      }.map { Int($0.number) }
    } else {
      column = max(last, merged ?? 0) + 1
      neighbour = last
      former = []
    }
  }

  /// The cells of the column: the header, the answers, and nothing where an earlier one had an answer that is no more.
  func changes(
    _ title: String, _ values: [Int: Workbook.Value]
  ) -> [Int: [Int: SheetPatch.Change]] {
    var changes: [Int: [Int: SheetPatch.Change]] = [:]
    for row in former { changes[row] = [column: .write(.empty, likeColumn: nil)] }
    for (row, value) in values { changes[row] = [column: .write(value, likeColumn: nil)] }
    changes[header] = [column: .write(.text(title), likeColumn: neighbour)]
    return changes
  }
}
