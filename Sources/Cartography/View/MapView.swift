public import EcosystemModel

/// How much the boxes of a map say.
public enum Detail: String, CaseIterable, Hashable, Sendable, Codable {
  /// Everything: who chairs a committee, which functions a company has.
  case full
  /// Names and counts only; the rest is in the tooltips.
  case names
}

/// What a map shows: the kind of map, the filter, and how far to go.
public struct MapView: Hashable, Sendable, Codable {
  /// The sort of map.
  public var kind: MapKind
  /// The entity a focus map is drawn around.
  public var focus: EntityReference?
  /// How many ties away from the focus an entity may be.
  public var steps = 2
  /// The entity whose community is shown alone: those who have more to do with each other than with the rest.
  public var community: EntityReference?
  /// The size above which a community is split; nothing leaves them as they are.
  public var largestCommunity: Int?
  /// What gets a box of its own; chosen by size where missing.
  public var rollUp: RollUp?
  /// What is folded into fewer boxes and lines.
  public var reduction = Reduction()
  /// Entities that stand out, and that are never folded or left out for want of room.
  public var highlights: [EntityReference] = []
  /// The column that boxes are framed by.
  public var group: String?
  /// The column written into the boxes in place of the name.
  public var label: String?
  /// The largest number of boxes; those with the most ties stay.
  ///
  /// `nil` draws them all.
  public var limit: Int?
  /// How much each box says.
  public var detail = Detail.full
  /// The title; made from the content where missing.
  public var title: String?

  /// Makes a view of a kind with nothing left out but what cannot fit.
  public init(_ kind: MapKind) {
    self.kind = kind
  }
}
