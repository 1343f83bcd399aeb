package import GraphCore

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How far two partitions of the same nodes agree.
package struct PartitionAgreement: Sendable, Hashable {
  /// Mutual information relative to the mean entropy (NMI), `0...1`; 1 if the partitions are equal.
  ///
  /// Two partitions into one group each are equal. Grows with the number of groups even for random
  /// partitions: prefer ``adjustedRandIndex`` to compare results with different numbers of groups.
  package let normalizedMutualInformation: Double
  /// Pairs of nodes on which both agree, beyond chance (ARI): 0 expected by chance, 1 if equal.
  package let adjustedRandIndex: Double
}

extension Partition {
  /// Returns how far this partition agrees with another.
  ///
  /// - Parameter other: A partition of the same nodes.
  /// - Returns: Two measures, both symmetric.
  /// - Precondition: Both have the same number of nodes.
  /// - Complexity: O(*V*·log *V*).
  ///
  /// ## References
  /// L. Danon et al., *J. Stat. Mech.* P09008, 2005, [doi:10.1088/1742-5468/2005/09/P09008](https://doi.org/10.1088/1742-5468/2005/09/P09008);
  /// L. Hubert, P. Arabie, *J. Classification* 2, 1985, [doi:10.1007/BF01908075](https://doi.org/10.1007/BF01908075).
  /// Same values as igraph `compare_communities` with `nmi` and `adjusted.rand`.
  package func agreement(with other: Partition) -> PartitionAgreement {
    precondition(nodeCount == other.nodeCount, "Both partitions must have the same nodes.")
    if self == other {
      return PartitionAgreement(normalizedMutualInformation: 1, adjustedRandIndex: 1)
    }
    let count = Double(nodeCount)
    let pairs = { (size: Int) in Double(size) * Double(size - 1) / 2 }
    let entropy = { (sizes: [Int]) in
      sizes.reduce(0) { $0 - Double($1) / count * log(Double($1) / count) }
    }
    let (sizes, otherSizes) = (self.sizes, other.sizes)
    var information = 0.0
    var samePairs = 0.0
    for cell in joinedCells(with: other) {
      let share = Double(cell.size) / count
      information +=
        share
        * log(share * count / Double(sizes[cell.group]) * count / Double(otherSizes[cell.other]))
      samePairs += pairs(cell.size)
    }
    let entropies = entropy(sizes) + entropy(otherSizes)
    let own = sizes.reduce(0) { $0 + pairs($1) }
    let others = otherSizes.reduce(0) { $0 + pairs($1) }
    let expected = own * others / pairs(nodeCount)
    let highest = (own + others) / 2
    return PartitionAgreement(
      normalizedMutualInformation: min(1, max(0, 2 * information / entropies)),
      adjustedRandIndex: (samePairs - expected) / (highest - expected))
  }

  /// The sizes of the intersections of groups that are not empty, in ascending order of both.
  private func joinedCells(with other: Partition) -> [(group: Int, other: Int, size: Int)] {
    let keys = zip(groups.values, other.groups.values)
      .map { $0 * other.groupCount + $1 }.sorted()
    var cells: [(group: Int, other: Int, size: Int)] = []
    for (place, key) in keys.enumerated() {
      if place > 0, keys[place - 1] == key {
        cells[cells.count - 1].size += 1
      } else {
        cells.append((key / other.groupCount, key % other.groupCount, 1))
      }
    }
    return cells
  }
}
