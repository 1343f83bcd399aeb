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
  /// Free words from the `tags` column.
  public var tags: [String] = []
  /// The columns the contract does not name.
  public var attributes = Attributes()

  /// Makes one with nothing known but what every company must have.
  public init(id: EntityID<Self>, name: String) {
    self.id = id
    self.name = name
  }
}
