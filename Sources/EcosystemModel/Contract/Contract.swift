/// The columns of one table, in the order in which they are written and read.
package struct Contract<Row: TableRow>: Sendable {
  /// What a row of the table is, in a sentence or two.
  package let meaning: String
  /// The columns: required ones first, then `id` where rows have one; a cell may be read with the help of those before it.
  package let columns: [Column<Row>]
  private let positions: [String: Int]
  private let names: [AnyHashablePath<Row>: String]

  /// The header of the column of free words.
  package static var tags: String { "tags" }
  /// The header of the column of names of cells that no source states.
  package static var assumed: String { "assumed" }

  /// Takes the columns of a table, and adds those that every table has.
  ///
  /// - Precondition: No two columns share a name or an alias.
  init(_ meaning: String, _ columns: [Column<Row>]) {
    self.meaning = meaning
    let shared: [Column<Row>] = [
      Column(
        Self.tags, .list(\.tags),
        "Free words, such as `illustrative` for rows that no source states"),
      Column(
        Self.assumed, .list(\.assumed),
        "The cells of this row that no source states, such as `region|time_zone`"),
    ]
    let all = columns.filter(\.isRequired) + columns.filter { !$0.isRequired } + shared
    self.columns = all
    var positions: [String: Int] = [:]
    for (position, column) in all.enumerated() {
      for name in [column.name] + column.aliases {
        let key = ColumnName.normalized(name)
        precondition(positions[key] == nil, "Two columns are called \(name).")
        positions[key] = position
      }
    }
    self.positions = positions
    names = Dictionary(
      all.compactMap { column in column.path.map { (AnyHashablePath(path: $0), column.name) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The columns that cells can be written under.
  package var written: [Column<Row>] {
    columns.filter { if case .derived = $0.form { false } else { true } }
  }

  /// The column with a header, without regard to case, spaces, `_` and `-`; `nil` if the table has none.
  package func column(named header: String) -> Column<Row>? {
    column(withKey: ColumnName.normalized(header))
  }

  /// The same for a header that is normalised already.
  func column(withKey key: String) -> Column<Row>? { positions[key].map { columns[$0] } }

  /// The header of the column that holds a part of a row.
  func name(of path: any PartialKeyPath<Row> & Sendable) -> String? {
    names[AnyHashablePath(path: path)]
  }
}

/// A key path as the key of a dictionary that may be shared.
struct AnyHashablePath<Row>: Hashable, Sendable {
  let path: any PartialKeyPath<Row> & Sendable

  static func == (left: Self, right: Self) -> Bool {
    left.path as PartialKeyPath<Row> == right.path as PartialKeyPath<Row>
  }

  func hash(into hasher: inout Hasher) { hasher.combine(path as PartialKeyPath<Row>) }
}
