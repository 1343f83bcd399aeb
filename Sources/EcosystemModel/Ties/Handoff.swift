/// Work that passes from one function, person or committee to another.
public struct Handoff: Hashable, Sendable, Codable {
  /// Who hands over.
  public var from: EntityReference
  /// Who takes over.
  public var to: EntityReference
  /// What is handed over.
  public var what: String?
  /// The lifecycle stage at which it happens.
  public var stage: String?
  /// Elapsed hours it takes.
  public var hours: Double?
  /// Who is accountable for it.
  public var owner: Person.ID?
  /// The alliance it serves.
  public var alliance: Alliance.ID?
  /// How often it happens in a year.
  public var perYear: Double?
  /// By which means.
  public var channel: String?
  /// Free words from the `tags` column.
  public var tags: [String] = []
  /// The columns the contract does not name.
  public var attributes = Attributes()

  /// Makes one with nothing known but what it must have.
  public init(from: EntityReference, to: EntityReference) {
    self.from = from
    self.to = to
  }
}
