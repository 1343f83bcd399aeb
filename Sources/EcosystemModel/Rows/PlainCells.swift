/// The cells of some rows of a table, column by column: as they were read, before any row is made of them.
package struct PlainCells<Row: TableRow>: Sendable {
  /// What the cells of one column say; `nil`, or nothing in a list, where a cell is empty.
  package enum Column: Sendable {
    case references([EntityReference?])
    case dates([CalendarDate?])
    case numbers([Double?])
    /// Places in a list of words; below zero where a cell is empty.
    case choices([Int])
    case texts([String?])
    case lists([[String]])
  }

  /// The columns that the file has: the place of each in the plan by which they were read, and the part of a row that it holds.
  package var columns: [(place: Int, path: any PartialKeyPath<Row> & Sendable, cells: Column)] = []
  /// What the columns that the contract does not name say of each row; none where there are no such columns.
  package var attributes: [Attributes] = []

  /// Makes cells of no columns.
  package init() {}

  private func column(_ path: PartialKeyPath<Row>) -> Column? {
    columns.first { $0.path as PartialKeyPath<Row> == path }?.cells
  }

  func references(_ path: PartialKeyPath<Row>) -> [EntityReference?]? {
    if case .references(let cells) = column(path) { cells } else { nil }
  }

  func dates(_ path: PartialKeyPath<Row>) -> [CalendarDate?]? {
    if case .dates(let cells) = column(path) { cells } else { nil }
  }

  func numbers(_ path: PartialKeyPath<Row>) -> [Double?]? {
    if case .numbers(let cells) = column(path) { cells } else { nil }
  }

  func choices(_ path: PartialKeyPath<Row>) -> [Int]? {
    if case .choices(let cells) = column(path) { cells } else { nil }
  }

  func texts(_ path: PartialKeyPath<Row>) -> [String?]? {
    if case .texts(let cells) = column(path) { cells } else { nil }
  }

  func lists(_ path: PartialKeyPath<Row>) -> [[String]]? {
    if case .lists(let cells) = column(path) { cells } else { nil }
  }
}
