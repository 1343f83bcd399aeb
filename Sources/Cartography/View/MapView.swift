package import EcosystemModel

/// How much the boxes of a map say.
package enum Detail: String, CaseIterable, Hashable, Sendable, Codable {
  /// Everything: who chairs a committee, which functions a company has.
  case full
  /// Names and counts only; the rest is in the tooltips.
  case names
}

/// What a map shows: the kind of map, the filter, and how far to go.
package struct MapView: Hashable, Sendable, Codable {
  /// The sort of map.
  package var kind: MapKind
  /// The entity a focus map is drawn around.
  package var focus: EntityReference?
  /// How many ties away from the focus an entity may be.
  package var steps = 2
  /// The entity whose community is shown alone: those who have more to do with each other than with the rest.
  package var community: EntityReference?
  /// The size above which a community is split; nothing leaves them as they are.
  package var largestCommunity: Int?
  /// What gets a box of its own; chosen by size where missing.
  package var rollUp: RollUp?
  /// What is folded into fewer boxes and lines.
  package var reduction = Reduction()
  /// Entities that stand out, and that are never folded or left out for want of room.
  package var highlights: [EntityReference] = []
  /// Whether lines say which relationships nobody answers for, rather than which kind they are.
  package var highlightsUnowned = false
  /// The column that boxes are framed by.
  package var group: String?
  /// The column written into the boxes in place of the name.
  package var label: String?
  /// The largest number of boxes; those with the most ties stay.
  ///
  /// `nil` draws them all.
  package var limit: Int?
  /// Whether a limit leaves the part that hangs together best instead.
  var keepsCore = false
  /// How much each box says.
  package var detail = Detail.full
  /// Two states of which what is in either is drawn, and what changed is marked; `nil` draws one.
  package var difference: MapDifference?
  /// The title; made from the content where missing.
  package var title: String?

  /// Makes a view of a kind with nothing left out but what cannot fit.
  package init(_ kind: MapKind) {
    self.kind = kind
  }
}
