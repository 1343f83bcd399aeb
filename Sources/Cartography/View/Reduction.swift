import EcosystemModel

/// What a map folds into fewer boxes and lines, beyond the merging of parallel ties.
///
/// Nothing is lost: who is folded is counted and named in the box that stands for them, what is left out in an omission.
package struct Reduction: Hashable, Sendable, Codable {
  /// Whether those with the same ties share one box, such as seven members of the same two committees.
  package var groupsTwins: Bool
  /// Those tied to a single other one by at most so many ties are counted in its box; nothing keeps them all.
  package var leafTies: Int?
  /// At most so many of them go, a whole family at a time, those farthest down a hierarchy first; nothing lets all of them go.
  package var mostLeaves: Int?
  /// How many of them stay nevertheless in each frame of a landscape, in the order of the frames: as many as there are free places.
  var staying: [Int] = []
  /// Whether long words of names have short forms on a landscape, which its legend spells out.
  var abbreviates = false
  /// How many of those who share a box, or are counted in one, are named in it.
  package var listed = 8
  /// The share of these boxes that name one more, always the same of them.
  var listedMore = 0.0
  /// The level of significance below which a tie stays: the chance of one as strong, by itself; nothing keeps them all.
  ///
  /// On maps of people committees are tied by the people they share; on maps of an ecosystem alliances of several companies
  /// become ties between these.
  package var backbone: Double?
  /// A line that stands for fewer ties goes, unless it is the strongest of one of its ends; nothing keeps them all.
  package var leastLinks: Int?
  /// Whether alliances of several companies are ties between these rather than boxes, as with a backbone.
  package var joinsPartners: Bool

  /// Makes a reduction; without arguments none.
  package init(
    groupsTwins: Bool = false, leafTies: Int? = nil, mostLeaves: Int? = nil, listed: Int = 8,
    backbone: Double? = nil, leastLinks: Int? = nil, joinsPartners: Bool = false
  ) {
    (self.mostLeaves, self.listed) = (mostLeaves, listed)
    self.leastLinks = leastLinks
    self.joinsPartners = joinsPartners
    self.groupsTwins = groupsTwins
    self.leafTies = leafTies
    self.backbone = backbone
  }

  /// How many are named in the box of one of them.
  func listed(by leader: EntityReference) -> Int {
    guard listedMore > 0 else { return listed }
    let hash = leader.description.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return listed + (Double((hash &* 0x9E37_79B9_7F4A_7C15) >> 40) < listedMore * 0x1p24 ? 1 : 0)
  }
}
