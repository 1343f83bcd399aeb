extension Ecosystem {
  /// What the tables say of an entity under a column name, as text.
  ///
  /// Columns of the contract come first, then the row's own columns, then what follows from other rows, as a function's
  /// region from its company, then the latest value of a measure of `scores` with that name. References are given by name,
  /// lists joined by `|`.
  ///
  /// - Returns: The text, or `nil` if the entity, the column or the cell is missing.
  package func value(of column: String, for reference: EntityReference) -> String? {
    let key = ColumnName.normalized(column)
    guard let row = row(of: reference) else { return nil }
    return row.value(ofKey: key, in: self)
      ?? measurement(ofKey: key, for: reference).map { NumberText.text(of: $0.value) }
  }

  /// The ids that a column of an entity refers to: of its company, alliance, parent and so on.
  ///
  /// What ``value(of:for:)`` gives by name, this gives by id, so that a filter may use either, as cells do.
  ///
  /// - Returns: No ids where the column holds no reference.
  package func referredIDs(in column: String, of reference: EntityReference) -> [String] {
    references(in: column, of: reference).map(\.rawID)
  }

  /// The entities that a column of an entity refers to.
  package func references(in column: String, of reference: EntityReference) -> [EntityReference] {
    func named<Row: TableEntity>(by row: Row) -> [EntityReference] {
      Row.contract.column(named: column)?.references(of: row, in: self) ?? []
    }
    guard let row = row(of: reference) else { return [] }
    return named(by: row)
  }

  /// The names under which ``value(of:for:)`` finds something for at least one entity, ordered.
  package var columnNames: [String] {
    var names = UsedColumns(ecosystem: self)
    visit(&names)
    return names.names.union(measures.map(\.name)).sorted()
  }

  /// Whether ``value(of:for:)`` finds something for at least one entity.
  ///
  /// - Complexity: O(rows of entities + scores).
  package func hasColumn(_ column: String) -> Bool {
    var search = ColumnSearch(key: ColumnName.normalized(column), ecosystem: self)
    visit(&search)
    return search.isFound || measurements(of: column).keys.contains(where: contains)
  }

  /// The columns of an entity's row that the contract does not name.
  package func attributes(of reference: EntityReference) -> Attributes {
    row(of: reference)?.attributes ?? Attributes()
  }

  /// How many cells name each company and each person, the cells of their own rows aside.
  ///
  /// - Returns: The counts by reference; what nothing names is not in it.
  /// - Complexity: O(size of the ecosystem).
  package var mentions: [EntityReference: Int] {
    var mentions = Mentions()
    visit(&mentions)
    return mentions.counts
  }
}

/// Looks for a column in which an entity has something.
private struct ColumnSearch: RowVisitor {
  let key: String
  let ecosystem: Ecosystem
  var isFound = false

  mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) {
    guard !isFound, Row.table.kind != nil else { return }
    isFound = rows.contains { $0.value(ofKey: key, in: ecosystem) != nil }
  }
}

/// Gathers the columns in which an entity has something.
private struct UsedColumns: RowVisitor {
  let ecosystem: Ecosystem
  var names: Set<String> = []

  mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) {
    guard Row.table.kind != nil else { return }
    for column in Row.contract.columns where !names.contains(column.name) {
      let key = ColumnName.normalized(column.name)
      if rows.contains(where: { $0.value(ofKey: key, in: ecosystem) != nil }) {
        names.insert(column.name)
      }
    }
    names.formUnion(Attributes.names(usedIn: rows.lazy.map(\.attributes)))
  }
}

/// Counts the cells that name companies and people.
private struct Mentions: RowVisitor {
  var counts: [EntityReference: Int] = [:]

  mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) {
    for column in Row.contract.columns
    where column.kinds.contains(.company) || column.kinds.contains(.person) {
      for row in rows {
        for named in column.references(of: row) where [.company, .person].contains(named.kind) {
          counts[named, default: 0] += 1
        }
      }
    }
  }
}
