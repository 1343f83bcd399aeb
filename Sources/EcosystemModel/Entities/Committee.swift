/// A joint governance body: JEC, JSC, JDC, JCC, JLT, ALT and the like.
public struct Committee: Entity {
  /// `committees`.
  public static let table = TableName.committees

  /// The stable id.
  public let id: EntityID<Self>
  /// The name people know it by.
  public var name: String
  /// Its kind, such as `JEC` or `JLT`.
  public var kind: String?
  /// The alliance it governs.
  public var alliance: Alliance.ID?
  /// The committee it reports and escalates to.
  public var parent: Committee.ID?
  /// The region it is responsible for.
  public var region: String?
  /// How often it meets.
  public var cadence: Cadence?
  /// The length of one meeting in hours.
  public var hours: Double?
  /// Hours each member prepares for one meeting.
  public var preparationHours: Double?
  /// How many members must attend for a decision.
  public var quorum: Int?
  /// What it decides.
  public var decides: String?
  /// The share of proposals that pass, 0 to 1.
  public var approvalRate: Double?
  /// The longest a proposal may wait here, in days.
  public var maxDays: Double?
  /// Who settles what it cannot agree on: a person or a committee; its parent, where there is one, approves.
  public var designee: EntityReference?
  /// From its charter up to its end.
  public var validity: Validity = Validity()
  /// Free words from the `tags` column.
  public var tags: [String] = []
  /// The columns the contract does not name.
  public var attributes = Attributes()

  /// Makes one with nothing known but what every committee must have.
  public init(id: EntityID<Self>, name: String) {
    self.id = id
    self.name = name
  }
}
