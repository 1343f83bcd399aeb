/// A unit of work inside an alliance: a study, an indication, a product.
package struct Program: Entity {
  /// `programs`.
  package static let table = TableName.programs

  /// The stable id.
  package let id: EntityID<Self>
  /// The name people know it by.
  package var name: String
  /// The alliance it belongs to.
  package var alliance: Alliance.ID
  /// The lifecycle stage it is in.
  package var stage: String?
  /// Who leads it.
  package var lead: Person.ID?
  /// From its start up to its end.
  package var validity: Validity = Validity()
  /// Free words from the `tags` column.
  package var tags: [String] = []
  /// The names of the row's cells that no source states, from the `assumed` column.
  package var assumed: [String] = []
  /// The columns the contract does not name.
  package var attributes = Attributes()

  /// Makes one with nothing known but what every program must have.
  package init(id: EntityID<Self>, name: String, alliance: Alliance.ID) {
    self.id = id
    self.name = name
    self.alliance = alliance
  }
}

extension Program: TableEntity {
  package static let kind = EntityReference.Kind.program

  package static let contract = Contract<Program>(
    "Products, studies or projects within an alliance.",
    [
      Column("name", .name(\.name), "What people call it; unique, or with an id").required(),
      Column("alliance", .reference(\.alliance), "The alliance it belongs to").required(),
      Column(
        "id", .id { $0.id.rawValue },
        "A short name that never changes, such as `p-101`; cells may use it in place of the name"),
      Column("stage", .text(\.stage), "Where it stands, such as `phase 2`")
        .category("discovery", "phase 1", "phase 2", "phase 3", "filing", "launch"),
      Column("lead", .reference(\.lead), "The person who leads it"),
      Column("since", .date(\.validity.since), "The first day"),
      Column("until", .date(\.validity.until), "The first day on which it no longer holds"),
      Column("entity", .derived { _, _ in kind.rawValue }, "What kind of thing it is"),
    ])
}
