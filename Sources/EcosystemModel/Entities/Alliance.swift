/// A collaboration of two or more companies around a purpose.
public struct Alliance: Entity {
  /// `alliances`.
  public static let table = TableName.alliances

  /// The stable id.
  public let id: EntityID<Self>
  /// The name people know it by.
  public var name: String
  /// The partners, in the order given.
  public var companies: [Company.ID] = []
  /// What sort of collaboration it is, such as `co-development`.
  public var kind: String?
  /// The lifecycle stage it is in.
  public var stage: String?
  /// The therapeutic or business area.
  public var area: String?
  /// From its start up to its end.
  public var validity: Validity = Validity()
  /// The alliance manager.
  public var manager: Person.ID?
  /// The purpose everyone should remember.
  public var northStar: String?
  /// The deal's stated value.
  public var valueInUSDollars: Double?
  /// Free words from the `tags` column.
  public var tags: [String] = []
  /// The columns the contract does not name.
  public var attributes = Attributes()

  /// Makes one with nothing known but what every alliance must have.
  public init(id: EntityID<Self>, name: String) {
    self.id = id
    self.name = name
  }
}
