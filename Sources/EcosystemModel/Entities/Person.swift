/// A named person, or a seat: a role that is not tied to a name.
public struct Person: Entity {
  /// `people`.
  public static let table = TableName.people

  /// The stable id.
  public let id: EntityID<Self>
  /// The name people know it by.
  public var name: String
  /// Whether this is a person or a seat.
  public var kind: PersonKind = .person
  /// The main employer; further ones stand in the affiliations.
  public var company: Company.ID?
  /// The function they work in.
  public var function: Function.ID?
  /// Their title.
  public var title: String?
  /// 1 (board) to 5.
  public var seniority: Int?
  /// Whom they report to.
  public var manager: Person.ID?
  /// The IANA name of their time zone; their function's or company's where missing.
  public var timeZone: String?
  /// Hours a month they can give to alliances.
  public var capacityHours: Double?
  /// Free words from the `tags` column.
  public var tags: [String] = []
  /// The columns the contract does not name.
  public var attributes = Attributes()

  /// Makes one with nothing known but what every person must have.
  public init(id: EntityID<Self>, name: String) {
    self.id = id
    self.name = name
  }
}

/// Whether a row of the people table is a person or a seat.
public enum PersonKind: String, CaseIterable, Hashable, Sendable, Codable {
  case person, seat
}
