package import EcosystemModel

/// What became of the rows of one table.
package struct TableCount: Hashable, Sendable, Codable {
  /// The table.
  package let table: TableName
  /// Rows that are in the ecosystem.
  package let read: Int
  /// Rows that are not, because of errors in their required cells.
  package let leftOut: Int
}
