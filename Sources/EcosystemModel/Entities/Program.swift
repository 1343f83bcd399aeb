/// A unit of work inside an alliance: a study, an indication, a product.
public struct Program: Entity {
  /// `programs`.
  public static let table = TableName.programs

  /// The stable id.
  public let id: EntityID<Self>
  /// The name people know it by.
  public var name: String
  /// The alliance it belongs to.
  public var alliance: Alliance.ID
  /// The lifecycle stage it is in.
  public var stage: String?
  /// Who leads it.
  public var lead: Person.ID?
  /// From its start up to its end.
  public var validity: Validity = Validity()
  /// Free words from the `tags` column.
  public var tags: [String] = []
  /// The names of the row's cells that no source states, from the `assumed` column.
  public var assumed: [String] = []
  /// The columns the contract does not name.
  public var attributes = Attributes()

  /// Makes one with nothing known but what every program must have.
  public init(id: EntityID<Self>, name: String, alliance: Alliance.ID) {
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
