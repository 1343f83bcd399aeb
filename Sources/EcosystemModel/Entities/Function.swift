/// A unit inside one company: alliance management, R&D, regulatory, supply chain … Functions nest.
public struct Function: Entity {
  /// `functions`.
  public static let table = TableName.functions

  /// The stable id.
  public let id: EntityID<Self>
  /// The name people know it by.
  public var name: String
  /// The company it belongs to.
  public var company: Company.ID
  /// The function it reports to.
  public var parent: Function.ID?
  /// The region it serves.
  public var region: String?
  /// The IANA name of the time zone it works in; its company's where missing.
  public var timeZone: String?
  /// The local hours in which it works.
  public var workHours: WorkHours?
  /// Free words from the `tags` column.
  public var tags: [String] = []
  /// The columns the contract does not name.
  public var attributes = Attributes()

  /// Makes one with nothing known but what every function must have.
  public init(id: EntityID<Self>, name: String, company: Company.ID) {
    self.id = id
    self.name = name
    self.company = company
  }
}
