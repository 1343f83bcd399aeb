/// A legal entity: biopharma, digital, technology supplier, CRO, hospital, agency and the like.
package struct Company: Entity {
  /// `companies`.
  package static let table = TableName.companies

  /// The stable id.
  package let id: EntityID<Self>
  /// The name people know it by.
  package var name: String
  /// What sort of company it is, such as `biopharma` or `technology`.
  package var kind: String?
  /// The home region, such as `Japan` or `Europe`.
  package var region: String?
  /// The IANA name of the home time zone, such as `Asia/Tokyo`.
  package var timeZone: String?
  /// The company that owns it.
  package var parent: Company.ID?
  /// The address of its web page.
  package var url: String?
  /// What it can bring into an alliance.
  package var offers: [String] = []
  /// The colour that stands for it in every picture.
  package var colour: HexColour?
  /// Free words from the `tags` column.
  package var tags: [String] = []
  /// The names of the row's cells that no source states, from the `assumed` column.
  package var assumed: [String] = []
  /// The columns the contract does not name.
  package var attributes = Attributes()

  /// Makes one with nothing known but what every company must have.
  package init(id: EntityID<Self>, name: String) {
    self.id = id
    self.name = name
  }
}

extension Company: TableEntity {
  package static let kind = EntityReference.Kind.company

  package static let contract = Contract<Company>(
    "Your own company, its partners, and whoever else matters. One row each.",
    [
      Column("name", .name(\.name), "What people call it; unique, or with an id").required(),
      Column(
        "id", .id { $0.id.rawValue },
        "A short name that never changes, such as `roche`; cells may use it in place of the name"),
      Column("kind", .text(\.kind), "What sort of company it is")
        .category("biopharma", "biotech", "digital", "CRO", "CDMO", "distributor", "academic"),
      Column("region", .text(\.region), "The home region, such as Europe or Japan").category(),
      Column("time_zone", .text(\.timeZone), "An IANA name, such as `Asia/Tokyo`"),
      Column("parent", .reference(\.parent), "The company that owns it"),
      Column("url", .text(\.url), "Its web page"),
      Column("offers", .list(\.offers), "What it can bring into an alliance"),
      Column(
        "colour", .colour(\.colour),
        "The colour that stands for it in every picture, such as `#1f77b4`"
      ).alias("color"),
      Column("entity", .derived { _, _ in kind.rawValue }, "What kind of thing it is"),
    ])
}
