public import EcosystemModel

/// A column of the data contract.
public struct ContractColumn: Hashable, Sendable {
  /// The header, such as `time_zone`.
  public let name: String
  /// Whether a row without it is left out.
  public let isRequired: Bool
  /// Whether a cell may hold several values, with `|` between them.
  public let isList: Bool
}

extension TableName {
  /// The columns that the data contract gives the table: required ones first, then `id` where rows have one.
  public var columns: [ContractColumn] {
    switch self {
    case .companies: Self.entity(Company.schema)
    case .functions: Self.entity(Function.schema)
    case .people: Self.entity(Person.schema)
    case .alliances: Self.entity(Alliance.schema)
    case .programs: Self.entity(Program.schema)
    case .committees: Self.entity(Committee.schema)
    case .affiliations: Self.tie(Affiliation.schema)
    case .memberships: Self.tie(Membership.schema)
    case .relationships: Self.tie(Relationship.schema)
    case .handoffs: Self.tie(Handoff.schema)
    case .conflicts: Self.tie(Conflict.schema)
    case .scores: Self.tie(Score.schema)
    case .views: Self.tie(SavedView.schema)
    }
  }

  private static func tie<Row>(_ schema: TableSchema<Row>) -> [ContractColumn] {
    schema.columns.map {
      ContractColumn(name: $0.name, isRequired: $0.isRequired, isList: $0.isList)
    }
  }

  private static func entity<Row>(_ schema: TableSchema<Row>) -> [ContractColumn] {
    let columns = tie(schema)
    let id = ContractColumn(name: "id", isRequired: false, isList: false)
    return columns.filter(\.isRequired) + [id] + columns.filter { !$0.isRequired }
  }
}
