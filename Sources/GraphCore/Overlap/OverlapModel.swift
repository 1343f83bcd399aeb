/// What “by chance” means when the significance of an overlap is computed.
///
/// The models differ in what they hold fixed. The more they hold fixed, the fewer overlaps are explained
/// by something else: that a group is large, or that a member sits everywhere.
public enum OverlapModel: Sendable, Hashable {
  /// Sizes of both sets are fixed, members drawn from `population` nodes: the hypergeometric test.
  ///
  /// `nil` takes all nodes of the other side. Ignores that some members sit in many sets.
  case fixedSizes(population: Int?)

  /// The number of sets that each member has is fixed, their sizes are not (“fixed column”).
  case fixedMemberships

  /// Sizes and memberships are both fixed on average: the stochastic degree sequence model (SDSM).
  case degreeSequence

  /// As ``degreeSequence``, where some ties cannot or must occur (SDSM-EC).
  ///
  /// The chances of the other ties come from a logistic regression on the degrees without these.
  case constrainedDegreeSequence(StructuralTies)
}

/// Ties that could not have been otherwise: a member who was not eligible, or sits by office.
public struct StructuralTies: Sendable, Hashable {
  /// Pairs that cannot be tied, left and right.
  public var prohibited: Set<Tie>
  /// Pairs that must be tied.
  public var required: Set<Tie>

  /// A left and a right node.
  public struct Tie: Sendable, Hashable {
    /// The left node.
    public var left: NodeIndex
    /// The right node.
    public var right: NodeIndex

    /// Makes a pair.
    public init(left: NodeIndex, right: NodeIndex) {
      self.left = left
      self.right = right
    }
  }

  /// Makes constraints.
  public init(prohibited: Set<Tie> = [], required: Set<Tie> = []) {
    self.prohibited = prohibited
    self.required = required
  }
}
