/// Whom a committee shares with one above it, and what that makes of the lower one.
///
/// People are the positions of their rows, companies too. Observers do not count. The one judgement of shared seats that `check`,
/// `escalation`, `overlap` and `load` go by.
package struct LayerSharing: Hashable, Sendable {
  /// What sharing people with a committee above makes of the lower one.
  package enum Judgement: String, CaseIterable, Hashable, Sendable, Codable {
    /// Nobody sits on both.
    case apart
    /// People of each partner sit on both, and fewer than half of the lower committee do.
    case bridging
    /// People of several partners, but not of all, sit on both, and fewer than half of the lower committee do.
    case partlyBridging = "bridging in part"
    /// Only alliance managers sit on both, whose office it is to connect the layers, and not those of all partners.
    case managed = "joined by alliance managers"
    /// Fewer than half of the lower committee sit on both; for whom is not known.
    case unclear = "partners unknown"
    /// Those on both sit for one partner only.
    case oneSided = "one-sided"
    /// Half or more of the lower committee sit above, and so decide on their own escalations.
    case captured

    /// Whether it is to be mended.
    package var isFault: Bool { self == .oneSided || self == .captured }

    /// Whether it carries the knowledge of several partners from layer to layer, and is worth keeping.
    package var isBridge: Bool { self == .bridging || self == .partlyBridging }
  }

  /// What the sharing makes of the lower committee.
  package let judgement: Judgement
  /// The people on both, in the order of their seats on the lower one.
  package let shared: [Int]
  /// The number of people on the lower committee.
  package let lowerCount: Int
  /// Those on both who chair the lower one; no fault by itself.
  package let chairs: [Int]
  /// The partners with somebody on both.
  package let joined: [Int]
  /// The partners with nobody on both.
  package let missing: [Int]

  /// A person on a committee.
  struct Member {
    var person: Int
    /// The partner they sit for, where it is known and one.
    var partner: Int?
    var isChairing: Bool
    /// Whether they sit above and connect the layers by office.
    var isAllianceManager: Bool
  }

  /// Judges the people of a lower committee, each once, by who of them sits above.
  ///
  /// - Parameters:
  ///   - lower: The people of the lower committee.
  ///   - upper: Those who sit above.
  ///   - partners: The partners of their alliance; empty where none are known, so that those count who have people on the
  ///     lower committee.
  init(lower: [Member], upper: Set<Int>, partners: [Int]) {
    let both = lower.filter { upper.contains($0.person) }
    let known =
      partners.isEmpty ? Array(Set(lower.compactMap(\.partner))).sorted() : partners
    let present = Set(both.compactMap(\.partner))
    shared = both.map(\.person)
    lowerCount = lower.count
    chairs = both.filter(\.isChairing).map(\.person)
    joined = known.filter(present.contains)
    missing = known.filter { !present.contains($0) }
    let deciders = both.count { !$0.isAllianceManager }
    judgement =
      if both.isEmpty {
        .apart
      } else if deciders > 0, 2 * deciders >= lower.count {
        .captured
      } else if joined.isEmpty {
        .unclear
      } else if missing.isEmpty {
        .bridging
      } else if deciders == 0 {
        .managed
      } else if joined.count == 1, both.allSatisfy({ $0.partner != nil }) {
        .oneSided
      } else {
        joined.count == 1 ? .unclear : .partlyBridging
      }
  }
}
