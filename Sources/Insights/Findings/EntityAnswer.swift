package import EcosystemModel

/// One thing said of each of some entities.
package struct EntityCells {
  /// A word for it, such as `load`.
  package let title: String
  /// What it means, and its unit.
  package let meaning: String
  /// What is said of each.
  package let cells: [(entity: EntityReference, cell: FindingsTable.Cell)]
}

/// An answer that says one thing of each entity that it is about, which can stand beside the entity's row.
package protocol EntityAnswer: Findings {
  /// What is said of each entity.
  var entityCells: EntityCells { get }
}
