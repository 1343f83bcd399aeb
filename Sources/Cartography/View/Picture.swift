/// What sort of map is drawn.
package enum MapKind: String, CaseIterable, Hashable, Sendable, Codable {
  /// Companies and their functions, the alliances between them, and their ties.
  case ecosystem
  /// The committees of alliances as a hierarchy, with seats by company.
  case governance
  /// People, the committees they sit on, and the relationships between them.
  case people
  /// What lies within a few steps of one entity, whatever the tie.
  case focus
  /// Companies by name in frames, without their ties.
  case landscape
  /// People with those who report to them below.
  case reporting

  /// What the map shows, in one line.
  package var summary: String {
    switch self {
    case .ecosystem: "companies and their functions, their alliances and other links"
    case .governance: "committees as a hierarchy, with seats by company; escalation runs upwards"
    case .people: "people, the committees they sit on, and what links them"
    case .focus: "everything within a few steps of one entity"
    case .landscape: "companies by name, framed by kind, region or any column, without their links"
    case .reporting: "people as a hierarchy, with those who report to them below"
    }
  }
}

/// What sort of answer a picture shows, by the name under which a view asks for it, such as `overlap`.
///
/// Each is declared by its ``Chart``; ``ChartCatalog`` has them all.
package struct ChartKind: RawRepresentable, Hashable, Sendable {
  /// The name.
  package let rawValue: String

  /// Names a kind.
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// What is drawn: a map of boxes and lines, which an engine lays out, or the picture of an answer, whose parts have places
/// of their own.
package enum Picture: Hashable, Sendable {
  /// A map.
  case map(MapKind)
  /// The picture of an answer.
  case chart(ChartKind)

  /// The name by which a view asks for it.
  package var name: String {
    switch self {
    case .map(let kind): kind.rawValue
    case .chart(let kind): kind.rawValue
    }
  }

  /// Whether it is the picture of an answer.
  package var isChart: Bool {
    if case .chart = self { true } else { false }
  }
}

extension Picture: Codable {
  /// Reads a name; one that no map has is a chart's.
  package init(from decoder: any Decoder) throws {
    let name = try decoder.singleValueContainer().decode(String.self)
    self = MapKind(rawValue: name).map(Self.map) ?? .chart(ChartKind(rawValue: name))
  }

  /// Writes the name.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
