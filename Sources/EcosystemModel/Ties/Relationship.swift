/// Any typed tie: partners with, reports to, supplies, works with, competes with, owns and the like.
public struct Relationship: Hashable, Sendable, Codable {
  /// Where it starts.
  public var from: EntityReference
  /// Where it ends.
  public var to: EntityReference
  /// The type of tie.
  public var kind: String?
  /// Whether its row says that it leads from `from` to `to` only; `nil` if the row leaves that to the kind.
  public var directed: Bool?
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

  /// Whether it leads from `from` to `to` only: as its row says, or else as its ``kind`` does.
  public var isDirected: Bool { directed ?? RelationshipKind.isDirected(kind) }

  /// Whether the two ends compete, so that neither leads to the other.
  public var isRivalry: Bool { RelationshipKind.isRivalry(kind) }
}
