import Cartography
import Insights

/// Breaks a table into pages: columns as wide as their words need, rows as high as their lines, the headings on each page.
struct TableLayout {
  /// A row with its cells' lines.
  struct Row {
    var cells: [[String]]
    var height: Double
    /// The row's position in the table.
    var position: Int?
  }

  /// What fits on one page.
  struct Page {
    /// Which columns of the table.
    var columns: [Int]
    var widths: [Double]
    /// Which of them hold figures, and stand at the right.
    var isNumber: [Bool]
    var header: Row
    var rows: [Row]

    var height: Double { rows.reduce(header.height) { $0 + $1.height } }
    var width: Double { widths.reduce(0, +) }
  }

  static let size = 10.0
  static let lineHeight = 12.5
  static let insets = (horizontal: 4.0, vertical: 2.5)
  /// What is left free with our own font, and with the unknown one of a template.
  static let (ownFilling, otherFilling) = (0.98, 0.9)
  private static let lineLimit = 6
  private static let leastWidth = 34.0
  private static let mostMinimum = 96.0

  let table: FindingsTable
  /// The share of a column's width that text takes, measured in our font; programs may have a slightly wider one.
  private let filling: Double
  private let texts: [[String]]
  private let groups: [(columns: [Int], widths: [Double])]

  /// Measures a table for a width.
  ///
  /// - Complexity: O(letters of the table).
  init(_ table: FindingsTable, width: Double, filling: Double = Self.ownFilling) {
    self.table = table
    self.filling = filling
    let texts = table.rows.map { row in
      zip(row, table.columns).map { cell, column in
        String(FindingsTable.display(cell, in: column).prefix(2_000))
      }
    }
    self.texts = texts
    let measures = table.columns.indices.map {
      Self.measure($0, of: table, texts, filling: filling)
    }
    groups = Self.groups(measures, width: width).map { columns in
      (columns, Self.widths(columns.map { measures[$0] }, in: width))
    }
  }

  /// The pages, the first `first` points high, the others `height`.
  func pages(first: Double, height: Double) -> [Page] {
    var pages: [Page] = []
    for group in groups {
      let header = row(table.columns.map(\.title), group, isBold: true, position: nil)
      var page = Page(
        columns: group.columns, widths: group.widths,
        isNumber: group.columns.map { table.columns[$0].kind != .text }, header: header, rows: [])
      for (position, texts) in texts.enumerated() {
        let row = row(texts, group, isBold: false, position: position)
        let room = pages.isEmpty ? first : height
        if !page.rows.isEmpty, page.height + row.height > room {
          pages.append(page)
          page.rows = []
        }
        page.rows.append(row)
      }
      pages.append(page)
    }
    return pages
  }

  private func row(
    _ texts: [String], _ group: (columns: [Int], widths: [Double]), isBold: Bool, position: Int?
  ) -> Row {
    let cells = zip(group.columns, group.widths).map { column, width in
      TextMetrics.wrap(
        texts[column], width: (width - 2 * Self.insets.horizontal) * filling, size: Self.size,
        isBold: isBold, lineLimit: Self.lineLimit)
    }
    let lines = max(cells.map(\.count).max() ?? 1, 1)
    return Row(
      cells: cells, height: Double(lines) * Self.lineHeight + 2 * Self.insets.vertical,
      position: position)
  }

  /// How wide a column is without broken lines, and with all that can be broken.
  private static func measure(
    _ column: Int, of table: FindingsTable, _ texts: [[String]], filling: Double
  ) -> (least: Double, natural: Double) {
    func width(_ text: some StringProtocol, _ isBold: Bool = false) -> Double {
      TextMetrics.width(of: text, size: size, isBold: isBold) / filling + 2 * insets.horizontal + 1
    }
    func word(_ text: String, _ isBold: Bool = false) -> Double {
      text.split(separator: " ").map { width($0, isBold) }.max() ?? 0
    }
    let title = table.columns[column].title
    let least = texts.reduce(max(word(title, true), leastWidth)) { max($0, word($1[column])) }
    // Headings may break, the words of cells had better not.
    let natural = texts.reduce(min(width(title, true), 110)) { max($0, width($1[column])) }
    return (min(least, mostMinimum), max(natural, min(least, mostMinimum)))
  }

  /// Columns that fit side by side; where not all do, the first one is repeated before the rest.
  private static func groups(
    _ measures: [(least: Double, natural: Double)], width: Double
  ) -> [[Int]] {
    var groups: [[Int]] = []
    var group: [Int] = []
    var used = 0.0
    for column in measures.indices {
      if group.count > 1, used + measures[column].least > width {
        groups.append(group)
        group = [0]
        used = measures[0].least
      }
      group.append(column)
      used += measures[column].least
    }
    return groups + [group]
  }

  private static func widths(
    _ measures: [(least: Double, natural: Double)], in width: Double
  ) -> [Double] {
    let natural = measures.reduce(0) { $0 + $1.natural }
    guard natural > width else { return measures.map(\.natural) }
    let least = measures.reduce(0) { $0 + $1.least }
    // What is left goes to those that want more, by the root of how much more.
    let wishes = measures.map { ($0.natural - $0.least).squareRoot() }
    let sum = max(wishes.reduce(0, +), 0.001)
    let spare = max(0, width - least)
    return zip(measures, wishes).map { $0.least + spare * $1 / sum }
  }
}
