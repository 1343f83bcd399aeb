/// A legal entity: biopharma, digital, technology supplier, CRO, hospital, agency and the like.
public struct Company: Entity {
  /// `companies`.
  public static let table = TableName.companies

  /// The stable id.
  public let id: EntityID<Self>
  /// The name people know it by.
  public var name: String
  /// What sort of company it is, such as `biopharma` or `technology`.
  public var kind: String?
  /// The home region, such as `Japan` or `Europe`.
  public var region: String?
  /// The IANA name of the home time zone, such as `Asia/Tokyo`.
  public var timeZone: String?
  /// The company that owns it.
  public var parent: Company.ID?
  /// The address of its web page.
  public var url: String?
  /// What it can bring into an alliance.
  public var offers: [String] = []
  /// The colour that stands for it in every picture.
  public var colour: HexColour?
  /// Free words from the `tags` column.
  public var tags: [String] = []
  /// The names of the row's cells that no source states, from the `assumed` column.
  public var assumed: [String] = []
  /// The columns the contract does not name.
  public var attributes = Attributes()

  /// Makes one with nothing known but what every company must have.
  public init(id: EntityID<Self>, name: String) {
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
