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
  /// The columns the contract does not name.
  public var attributes = Attributes()

  /// Makes one with nothing known but what every program must have.
  public init(id: EntityID<Self>, name: String, alliance: Alliance.ID) {
    self.id = id
    self.name = name
    self.alliance = alliance
  }
}
