/// How far two sets of members overlap.
///
/// Every share names its denominator: “20 % of A sit on B” is ``shareOfFirst``, and the same overlap
/// is another number as a share of B, of both together or of everyone.
public struct Overlap: Sendable, Hashable {
  /// The first set, the one with the lower index.
  public var first: NodeIndex
  /// The second set.
  public var second: NodeIndex
  /// The number of members in both.
  public var shared: Int
  /// The number of members of the first set.
  public var firstSize: Int
  /// The number of members of the second set.
  public var secondSize: Int

  /// Makes an overlap.
  public init(first: NodeIndex, second: NodeIndex, shared: Int, firstSize: Int, secondSize: Int) {
    self.first = first
    self.second = second
    self.shared = shared
    self.firstSize = firstSize
    self.secondSize = secondSize
  }

  /// Shared members as a share of the members of either set (Jaccard); 0 if both are empty.
  public var jaccard: Double { share(of: firstSize + secondSize - shared) }

  /// Shared members as a share of the smaller set (Szymkiewicz–Simpson); 0 if one is empty.
  public var overlapCoefficient: Double { share(of: min(firstSize, secondSize)) }

  /// Shared members as a share of the first set; 0 if it is empty.
  public var shareOfFirst: Double { share(of: firstSize) }

  /// Shared members as a share of the second set; 0 if it is empty.
  public var shareOfSecond: Double { share(of: secondSize) }

  /// A blend of overlap coefficient and Jaccard index, the measure of EnrichmentMap.
  ///
  /// - Parameter weight: The weight of the overlap coefficient, `0...1`.
  /// - Returns: The blend, in `0...1`.
  public func combined(weight: Double = 0.5) -> Double {
    weight * overlapCoefficient + (1 - weight) * jaccard
  }

  /// Returns the overlap that chance would give in a population; 0 if it is empty.
  public func expected(in population: Int) -> Double {
    population == 0 ? 0 : Double(firstSize) * Double(secondSize) / Double(population)
  }

  /// Returns how many times larger the overlap is than expected by chance; 0 if none is expected.
  public func lift(in population: Int) -> Double {
    let expected = expected(in: population)
    return expected == 0 ? 0 : Double(shared) / expected
  }

  private func share(of size: Int) -> Double { size == 0 ? 0 : Double(shared) / Double(size) }
}

/// All pairs of sets that share a member, in ascending order of both.
public struct Overlaps: Sendable, Hashable, RandomAccessCollection {
  let sizes: [Int32]
  let firsts: [Int32]
  let seconds: [Int32]
  let counts: [Int32]

  /// The position of the first pair.
  public var startIndex: Int { 0 }
  /// The number of pairs.
  public var endIndex: Int { firsts.count }

  /// The pair at a position.
  public subscript(position: Int) -> Overlap {
    Overlap(
      first: NodeIndex(rawValue: firsts[position]), second: NodeIndex(rawValue: seconds[position]),
      shared: Int(counts[position]), firstSize: Int(sizes[Int(firsts[position])]),
      secondSize: Int(sizes[Int(seconds[position])]))
  }

  /// The number of pairs of sets, with or without a shared member.
  public var possiblePairCount: Int { sizes.count * (sizes.count - 1) / 2 }
}
