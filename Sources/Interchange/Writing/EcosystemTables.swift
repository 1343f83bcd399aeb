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
    let all = [
      entities(companies), entities(functions), entities(people), ties(affiliations),
      entities(alliances), entities(programs), entities(committees), ties(memberships),
      ties(relationships), ties(handoffs), ties(conflicts), ties(scores), ties(views),
    ]
    return all.filter { !$0.rows.isEmpty }
  }

  private func entities<E: TabularEntity>(_ roster: Roster<E>) -> WritableTable {
    let id = Column<E>(
      name: "id", isRequired: true, decode: { _, _, _ in true },
      encode: { .text($0.id.rawValue) })
    return table(Array(roster), E.schema, leading: [id])
  }

  private func ties<Tie: TabularTie>(_ ties: [Tie]) -> WritableTable {
    table(ties, Tie.schema, leading: [])
  }

  private func table<Row>(
    _ rows: [Row], _ schema: TableSchema<Row>, leading: [Column<Row>]
  ) -> WritableTable {
    let columns = (leading + schema.columns).filter { column in
      column.isRequired || rows.contains { column.encode($0) != .none }
    }
    let attributes = attributeNames(of: rows, schema)
    let path = schema.attributes
    return WritableTable(
      name: schema.table, headers: columns.map(\.name) + attributes.map(\.name),
      rows: rows.map { row in
        let values = row[keyPath: path].entries
        return columns.map { $0.encode(row) }
          + attributes.map { attribute in
            values.first { ColumnName.normalized($0.name) == attribute.key }
              .map { .text($0.value) } ?? .none
          }
      })
  }

  /// The names of all attributes in order, each in the spelling that comes first.
  private func attributeNames<Row>(
    of rows: [Row], _ schema: TableSchema<Row>
  ) -> [(key: String, name: String)] {
    var spellings: Set<String> = []
    for row in rows {
      for entry in row[keyPath: schema.attributes].entries { spellings.insert(entry.name) }
    }
    var keys: Set<String> = []
    return spellings.sorted().compactMap { name in
      let key = ColumnName.normalized(name)
      return keys.insert(key).inserted ? (key, name) : nil
    }
  }
}
