/// What every table says under one header, row by row.
///
/// Of each cell the whole text comes first, then the items of a list, then the ids of what it names; an empty cell has nothing.
struct ColumnCells: RowVisitor {
  private let key: String
  private let ecosystem: Ecosystem
  private let measurements: [EntityReference: Measurement]
  /// The cells of each table.
  private(set) var cells: [TableName: [[String]]] = [:]

  /// Reads a column in O(number of rows).
  init(_ header: String, of ecosystem: Ecosystem) {
    key = ColumnName.normalized(header)
    self.ecosystem = ecosystem
    measurements = ecosystem.measurements(of: header)
    ecosystem.visit(&self)
  }

  /// The entities of a kind by their names and ids, as a condition on what a row belongs to compares them.
  init(namesOf table: TableName, in ecosystem: Ecosystem) {
    key = ColumnName.normalized("name")
    self.ecosystem = ecosystem
    measurements = [:]
    ecosystem.visit(&self)
    let ids = ColumnCells("id", of: ecosystem).cells[table] ?? []
    cells = [table: zip(cells[table] ?? [], ids).map { $0 + $1 }]
  }

  mutating func visit<Row: TableRow>(_ rows: some RandomAccessCollection<Row>) {
    let column = Row.contract.column(withKey: key)
    let isOfEntities = !measurements.isEmpty && Row.self is any TableEntity.Type
    // A table without the column has it in none of its rows.
    if column == nil, !isOfEntities,
      rows.isKnownBlank(\Row.attributes) || !rows.contains(where: { $0.attributes[key] != nil })
    {
      cells[Row.table] = Array(repeating: [], count: rows.count)
      return
    }
    cells[Row.table] = rows.map { row in
      let measured =
        isOfEntities ? (row as? any TableEntity).flatMap { measurements[$0.reference] } : nil
      guard
        let text = row.value(ofKey: key, in: ecosystem)
          ?? measured.map({ NumberText.text(of: $0.value) }), !text.isEmpty
      else { return [] }
      let items = text.split(separator: "|").map(\.trimmed)
      return [text] + (items.count > 1 ? items : [])
        + (column?.references(of: row, in: ecosystem).map(\.rawID) ?? [])
    }
  }
}
