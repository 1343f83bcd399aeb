/// What a set of key players is chosen for.
public enum KeyPlayerGoal: Sendable, Hashable {
  /// Removing the set should cut as many pairs as possible (KPP-NEG, *F*).
  ///
  /// The share of ordered pairs of the *remaining* nodes without a path.
  case fragmentation

  /// Removing the set should cut pairs or make their ways long (KPP-NEG, *DF*).
  ///
  /// One minus the mean of 1/distance over ordered pairs of the *remaining* nodes.
  case distanceFragmentation

  /// The set should be near everybody (KPP-POS, *DR*).
  ///
  /// The mean over *all* nodes of 1/distance from the set; members of the set count 1 each.
  case distanceReach

  /// The set should reach as many nodes as possible in so many steps (KPP-POS, *m*-reach).
  ///
  /// The share of *all* nodes within that distance of the set, its members included.
  case reach(steps: Int)

  var isRemoval: Bool {
    switch self {
    case .fragmentation, .distanceFragmentation: true
    case .distanceReach, .reach: false
    }
  }
}

/// A set of key players, and how certain it is to be the best.
public struct KeyPlayers: Sendable, Hashable {
  /// How the set was found.
  public enum Method: Sendable, Hashable {
    /// All sets of the size were compared: no other scores higher.
    case exact
    /// Members were swapped while the score rose, from several starts: others may score higher.
    case greedySwap
  }

  /// The members, ascending.
  public let nodes: [NodeIndex]
  /// The score of the set, in `0...1`; larger is better.
  public let score: Double
  /// What the set is chosen for.
  public let goal: KeyPlayerGoal
  /// How the set was found.
  public let method: Method
  /// The number of sets compared.
  public let comparedSets: Int
}
