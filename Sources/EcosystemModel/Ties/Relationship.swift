/// Any typed tie: partners with, reports to, supplies, works with, competes with, owns and the like.
public struct Relationship: Hashable, Sendable, Codable {
  /// Where it starts.
  public var from: EntityReference
  /// Where it ends.
  public var to: EntityReference
  /// The type of tie.
  public var kind: String?
  /// Whether `from` and `to` play different parts.
  public var isDirected: Bool = false
  /// Its strength; larger is closer.
  public var weight: Double?
  /// Who is accountable for it.
  public var owner: Person.ID?
  /// A word to write on it.
  public var label: String?
  /// While it holds.
  public var validity: Validity = Validity()
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
