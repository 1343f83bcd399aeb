public import EcosystemModel

/// What became of the rows of one table.
public struct TableCount: Hashable, Sendable, Codable {
  /// The table.
  public let table: TableName
  /// Rows that are in the ecosystem.
  public let read: Int
  /// Rows that are not, because of errors in their required cells.
  public let leftOut: Int
}
