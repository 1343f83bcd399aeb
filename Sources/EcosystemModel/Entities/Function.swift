/// A unit inside one company: alliance management, R&D, regulatory, supply chain … Functions nest.
package struct Function: Entity {
  /// `functions`.
  package static let table = TableName.functions

  /// The stable id.
  package let id: EntityID<Self>
  /// The name people know it by.
  package var name: String
  /// The company it belongs to.
  package var company: Company.ID
  /// The function it reports to.
  package var parent: Function.ID?
  /// The region it serves.
  package var region: String?
  /// The IANA name of the time zone it works in; its company's where missing.
  package var timeZone: String?
  /// The local hours in which it works.
  package var workHours: WorkHours?
  /// What it looks for in partners.
  package var wants: [String] = []
  /// Free words from the `tags` column.
  package var tags: [String] = []
  /// The names of the row's cells that no source states, from the `assumed` column.
  package var assumed: [String] = []
  /// The columns the contract does not name.
  package var attributes = Attributes()

  /// Makes one with nothing known but what every function must have.
  package init(id: EntityID<Self>, name: String, company: Company.ID) {
    self.id = id
    self.name = name
    self.company = company
  }
}

extension Function: TableEntity {
  package static let kind = EntityReference.Kind.function

  package static let contract = Contract<Function>(
    "Departments and teams, each of one company.",
    [
      Column("name", .name(\.name), "What people call it; unique, or with an id").required(),
      Column("company", .reference(\.company), "The company it belongs to").required(),
      Column(
        "id", .id { $0.id.rawValue },
        "A short name that never changes, such as `az-regulatory`; cells may use it in place of the name"
      ),
      Column(
        "parent", .reference(\.parent, within: { $0.company }),
        "The function above it in the same company"),
      Column("region", .text(\.region), "The region it serves; its company's if left out")
        .category()
        .inheriting { function, ecosystem in ecosystem.companies[function.company]?.region },
      Column(
        "time_zone", .text(\.timeZone),
        "An IANA name, such as `Asia/Tokyo`; its company's if left out"
      ).inheriting { function, ecosystem in ecosystem.timeZone(of: function.reference) },
      Column(
        "work_hours", .workHours(\.workHours), "Local office hours, such as `09:00-17:00`"),
      Column("wants", .list(\.wants), "What it looks for in partners"),
      Column("entity", .derived { _, _ in kind.rawValue }, "What kind of thing it is"),
    ])
}
