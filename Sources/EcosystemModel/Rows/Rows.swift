/// A row that is kept as numbers in columns, of which a value is made where somebody asks for it.
package protocol ColumnedRow: TableRow {
  /// What its rows are kept in.
  associatedtype Columns: RowColumns where Columns.Row == Self
}

/// The columns of one table.
package protocol RowColumns: Sendable {
  /// The rows that they hold.
  associatedtype Row: TableRow
  /// Makes columns without rows.
  init()
  /// The number of rows.
  var count: Int { get }
  /// The row at a position, made of its cells.
  subscript(position: Int) -> Row { get set }
  /// Makes room for so many rows.
  mutating func reserve(_ count: Int)
  /// Adds the cells of a row.
  mutating func append(_ row: Row)
  /// Adds the cells of rows of which all required ones are there, by the places of the rows.
  mutating func append(_ cells: PlainCells<Row>, _ places: Range<Int>)
  /// Whether no row says anything in a part of it.
  func isBlank(_ path: PartialKeyPath<Row>) -> Bool
  /// The numbers in a part of all rows; `nil` if the part holds none.
  func numbers(_ path: PartialKeyPath<Row>) -> SparseColumn<Double?>?
}

/// The rows of a table of which there may be very many.
///
/// To everybody it is a list of rows. Who goes through all of them and needs a cell or two asks ``columns``.
package struct Rows<Row: ColumnedRow>: Sendable {
  /// The cells.
  package private(set) var columns = Row.Columns()

  /// Makes a list without rows.
  package init() {}

  /// The rows that satisfy a condition on their position, in order.
  package func rows(where isIncluded: (Int) -> Bool) -> Rows {
    var left = Rows()
    for position in indices where isIncluded(position) { left.append(columns[position]) }
    return left
  }
}

extension Rows: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
  /// The first position.
  package var startIndex: Int { 0 }
  /// The position after the last.
  package var endIndex: Int { columns.count }
  /// The row at a position.
  package subscript(position: Int) -> Row {
    get { columns[position] }
    set { columns[position] = newValue }
  }

  // The standard library's own are generic code, which other rooms would run as it stands for each step.

  /// The position after another.
  package func index(after position: Int) -> Int { position + 1 }
  /// The position before another.
  package func index(before position: Int) -> Int { position - 1 }
  /// Steps to the position after another.
  package func formIndex(after position: inout Int) { position += 1 }
  /// The position so many steps away.
  package func index(_ position: Int, offsetBy distance: Int) -> Int { position + distance }
  /// The number of steps between two positions.
  package func distance(from start: Int, to end: Int) -> Int { end - start }
  /// The number of elements.
  package var count: Int { columns.count }

  /// Makes room for so many rows.
  package mutating func reserveCapacity(_ count: Int) { columns.reserve(count) }

  /// Adds a row.
  package mutating func append(_ row: Row) { columns.append(row) }

  /// Adds rows in their order.
  package mutating func append(contentsOf rows: some Sequence<Row>) {
    for row in rows { columns.append(row) }
  }

  /// Adds rows by their cells, of which all required ones are there.
  package mutating func append(_ cells: PlainCells<Row>, _ places: Range<Int>) {
    columns.append(cells, places)
  }

  /// Puts rows in the place of others.
  ///
  /// - Complexity: O(number of rows).
  package mutating func replaceSubrange(_ range: Range<Int>, with rows: some Collection<Row>) {
    var changed = Row.Columns()
    changed.reserve(count - range.count + rows.count)
    for position in 0..<range.lowerBound { changed.append(columns[position]) }
    for row in rows { changed.append(row) }
    for position in range.upperBound..<count { changed.append(columns[position]) }
    columns = changed
  }
}

extension Rows: ExpressibleByArrayLiteral {
  /// Takes rows in their order.
  package init(arrayLiteral rows: Row...) { self.init(rows) }
}

extension Rows: Hashable {
  /// Whether both hold the same rows in the same order.
  package static func == (left: Rows, right: Rows) -> Bool { left.elementsEqual(right) }

  /// Feeds the rows to the hasher.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for row in self { hasher.combine(row) }
  }
}

extension Rows: Codable {
  /// Reads a list of rows.
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode([Row].self))
  }

  /// Writes a list of rows.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for row in self { try container.encode(row) }
  }
}
