public import EcosystemModel

// Numbers that rows of ties state, for lines as wide as they say.
extension MapContent {
  static func figures(of relationship: Relationship) -> [String: Double] {
    figures(relationship.attributes)
  }

  static func figures(of handoff: Handoff) -> [String: Double] {
    var figures = figures(handoff.attributes)
    figures["hours"] = handoff.hours
    figures["peryear"] = handoff.perYear
    return figures
  }

  private static func figures(_ attributes: Attributes) -> [String: Double] {
    var figures: [String: Double] = [:]
    for entry in attributes.entries {
      guard let number = Double(entry.value), number.isFinite else { continue }
      figures[ColumnName.normalized(entry.name)] = number
    }
    return figures
  }

  /// What lines can be as wide as: `count`, `weight`, and the columns of relationships and handoffs that hold numbers.
  public static func tieMeasures(of ecosystem: Ecosystem) -> [String] {
    let columns =
      ecosystem.relationships.map { figures(of: $0) } + ecosystem.handoffs.map { figures(of: $0) }
    return ["count", "weight"] + Set(columns.flatMap(\.keys)).sorted()
  }
}

extension MapContent.Tie {
  /// The number that a line is as wide as, or nothing where its rows state none.
  func figure(_ measure: String) -> Double? {
    switch ColumnName.normalized(measure) {
    case "count", "ties": Double(count)
    case "weight": weight
    case let column: figures[column]
    }
  }
}
