/// A collaboration of two or more companies around a purpose.
package struct Alliance: Entity {
  /// `alliances`.
  package static let table = TableName.alliances

  /// The stable id.
  package let id: EntityID<Self>
  /// The name people know it by.
  package var name: String
  /// The partners, in the order given.
  package var companies: [Company.ID] = []
  /// What sort of collaboration it is, such as `co-development`.
  package var kind: String?
  /// The lifecycle stage it is in.
  package var stage: String?
  /// The therapeutic or business area.
  package var area: String?
  /// From its start up to its end.
  package var validity: Validity = Validity()
  /// The alliance manager.
  package var manager: Person.ID?
  /// The executive who stands behind it.
  package var sponsor: Person.ID?
  /// The purpose everyone should remember.
  package var northStar: String?
  /// The deal's stated value.
  package var valueInUSDollars: Double?
  /// The day negotiations began.
  package var negotiated: CalendarDate?
  /// The day the contract was signed.
  package var signed: CalendarDate?
  /// The day its product came on the market.
  package var launched: CalendarDate?
  /// The day approval was applied for.
  package var filed: CalendarDate?
  /// The day approval was given.
  package var approved: CalendarDate?
  /// The day the contract ends unless it is renewed.
  package var expires: CalendarDate?
  /// Free words from the `tags` column.
  package var tags: [String] = []
  /// The names of the row's cells that no source states, from the `assumed` column.
  package var assumed: [String] = []
  /// The columns the contract does not name.
  package var attributes = Attributes()

  /// Makes one with nothing known but what every alliance must have.
  package init(id: EntityID<Self>, name: String) {
    self.id = id
    self.name = name
  }
}

extension Alliance: TableEntity {
  package static let kind = EntityReference.Kind.alliance

  package static let contract = Contract<Alliance>(
    "What companies do together under one contract.",
    [
      Column("name", .name(\.name), "What people call it; unique, or with an id").required(),
      Column("companies", .references(\.companies), "The partners, two or more").required(),
      Column(
        "id", .id { $0.id.rawValue },
        "A short name that never changes, such as `orion`; cells may use it in place of the name"),
      Column("kind", .text(\.kind), "What sort of alliance it is")
        .category("co-development", "co-promotion", "licence", "supply", "joint venture"),
      Column("stage", .text(\.stage), "Where it stands, such as `development`")
        .category("negotiation", "development", "launch", "commercial", "wind-down"),
      Column("area", .text(\.area), "Such as the therapeutic area").category(),
      Column("since", .date(\.validity.since), "The first day"),
      Column("until", .date(\.validity.until), "The first day on which it no longer holds"),
      Column("manager", .reference(\.manager), "The alliance manager"),
      Column("sponsor", .reference(\.sponsor), "The executive who stands behind it"),
      Column("north_star", .text(\.northStar), "What it is for, in one sentence"),
      Column(
        "value_usd", .number(\.valueInUSDollars, .upTo(1e13, "US dollars")),
        "Worth of the whole deal in US dollars"),
      Column("negotiated", .date(\.negotiated), "The day negotiations began"),
      Column("signed", .date(\.signed), "The day the contract was signed"),
      Column("launched", .date(\.launched), "The day its product came on the market"),
      Column("filed", .date(\.filed), "The day approval was applied for"),
      Column("approved", .date(\.approved), "The day approval was given"),
      Column("expires", .date(\.expires), "The day the contract ends unless it is renewed"),
      Column("entity", .derived { _, _ in kind.rawValue }, "What kind of thing it is"),
    ])
}
