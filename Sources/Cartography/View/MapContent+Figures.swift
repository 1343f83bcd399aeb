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
    let columns =
      ecosystem.relationships.map { figures(of: $0) } + ecosystem.handoffs.map { figures(of: $0) }
    let first = ["count", "weight"]
    return first + Set(columns.flatMap(\.keys)).subtracting(first).sorted()
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
