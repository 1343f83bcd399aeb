import EcosystemModel

/// A table of an ecosystem on its way into a file.
struct WritableTable {
  let name: TableName
  let headers: [String]
  let rows: [[CellValue]]
}

extension Ecosystem {
  /// The tables that have rows, in the contract's order, with the columns that are in use.
  var writableTables: [WritableTable] {
    var writing = TableWriting()
    visit(&writing)
    return writing.tables
  }
}

/// Gathers the tables on their way into a file.
private struct TableWriting: RowVisitor {
  var tables: [WritableTable] = []

  mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) {
    guard !rows.isEmpty else { return }
    let written = Row.contract.written
    let columns = (written.filter(\.isID) + written.filter { !$0.isID }).filter { column in
      column.isID || column.isRequired || rows.contains { column.cell(of: $0) != .none }
    }
    let attributes = Self.attributeNames(of: rows)
    tables.append(
      WritableTable(
        name: Row.table, headers: columns.map(\.name) + attributes.map(\.name),
        rows: rows.map { row in
          columns.map { $0.cell(of: row) }
            + attributes.map { row.attributes.value(underKey: $0.key).map { .text($0) } ?? .none }
        }))
  }

  /// The names of all attributes in order, each in the spelling that comes first.
  private static func attributeNames<Row: TableRow>(
    of rows: some Sequence<Row>
  ) -> [(key: String, name: String)] {
    let spellings = Attributes.names(usedIn: rows.lazy.map(\.attributes))
    var keys: Set<String> = []
    return spellings.sorted().compactMap { name in
      let key = ColumnName.normalized(name)
      return keys.insert(key).inserted ? (key, name) : nil
    }
  }
}

extension Column {
  fileprivate var isID: Bool { if case .id = form { true } else { false } }
}
