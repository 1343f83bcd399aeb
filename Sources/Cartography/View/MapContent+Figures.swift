package import EcosystemModel

// Numbers that rows of ties state, for lines as wide as they say.
extension MapContent {
  /// The numbers of a row under the normalised headers of their columns: those of the contract, and its own.
  static func figures<Row: TableRow>(of row: Row) -> [String: Double] {
    var figures: [String: Double] = [:]
    for entry in row.attributes.entries {
      guard let number = Double(entry.value), number.isFinite else { continue }
      figures[ColumnName.normalized(entry.name)] = number
    }
    for column in Row.contract.columns where !column.isOtherUnit {
      if let number = column.number(of: row) {
        figures[ColumnName.normalized(column.name)] = number
      }
    }
    return figures
  }

  /// What lines can be as wide as: `count`, `weight`, and the columns of relationships and handoffs that hold numbers.
  package static func tieMeasures(of ecosystem: Ecosystem) -> [String] {
    let names = columnsWithFigures(in: ecosystem.relationships)
      .union(columnsWithFigures(in: ecosystem.handoffs))
    let first = ["count", "weight"]
    return first + names.subtracting(first).sorted()
  }

  /// The columns of ``figures(of:)`` of all rows, of which each is looked for until a row has it.
  private static func columnsWithFigures<Row: TableRow>(
    in rows: some RandomAccessCollection<Row>
  ) -> Set<String> {
    var names: Set<String> = []
    for column in Row.contract.columns where !column.isOtherUnit && column.limits != nil {
      if let path = column.path, rows.isKnownBlank(path) { continue }
      if rows.contains(where: { column.number(of: $0) != nil }) {
        names.insert(ColumnName.normalized(column.name))
      }
    }
    guard !rows.isKnownBlank(\Row.attributes) else { return names }
    for name in Attributes.names(usedIn: rows.lazy.map(\.attributes)) {
      let key = ColumnName.normalized(name)
      let isNumeric = rows.contains { row in
        row.attributes.value(underKey: key).flatMap { Double($0)?.isFinite } ?? false
      }
      if isNumeric { names.insert(key) }
    }
    return names
  }
}

extension MapContent.Tie {
  /// The number that a line is as wide as, or `nil` where its rows state none.
  func figure(_ measure: String) -> Double? {
    switch ColumnName.normalized(measure) {
    case "count", "ties", "links": Double(count)
    case "weight": weight
    case let column: figures[column]
    }
  }
}

extension MapContent {
  /// How many ties of the data the shown ties stand for.
  package var shownTies: Int { ties.reduce(0) { $0 + $1.count } }

  /// How many ties of the data are counted in boxes rather than drawn.
  package var foldedTies: Int { nodes.reduce(0) { $0 + $1.foldedTies } }

  /// How many entities the boxes stand for, those counted in another's box included.
  package var shownEntities: Int {
    nodes.reduce(0) { $0 + max($1.members.count, 1) + $1.folded.count }
  }
}
