internal import GraphCore

/// Groups of those who have more to do with each other than with the rest.
package enum TieCommunities {
  /// Returns the community of each end of ties.
  ///
  /// Communities of highest modularity by the Leiden method, so that each hangs together; one that is larger than wanted
  /// is split the same way, as long as it falls into parts, and one that is smaller joins the one it is tied to most.
  /// Directions are ignored, parallel ties add up. The same ties always give the same communities.
  ///
  /// - Parameters:
  ///   - ties: The positions of the two ends, and a weight above 0.
  ///   - nodeCount: The number of ends to choose from.
  ///   - largest: The size above which a community is split; those who join come on top.
  ///   - smallest: The size below which a community joins another one, if it has a tie to any.
  /// - Returns: The members of each community in ascending order, the communities by their first; an end without ties is
  ///   one of its own. All ends are one community where a weight is not above 0.
  /// - Complexity: About O(*n* + *t*) for each level of splitting in practice.
  ///
  /// ## References
  /// V. A. Traag, L. Waltman, N. J. van Eck, “From Louvain to Leiden: guaranteeing well-connected communities”,
  /// *Scientific Reports* 9, 2019, [doi:10.1038/s41598-019-41695-z](https://doi.org/10.1038/s41598-019-41695-z).
  package static func of(
    _ ties: [(from: Int, to: Int, weight: Double)], nodeCount: Int, largest: Int = .max,
    smallest: Int = 1
  ) -> [[Int]] {
    joined(
      parts(of: ties, nodeCount: nodeCount, largest: largest), ties, nodeCount: nodeCount,
      smallest: smallest)
  }

  /// Returns the modularity of communities: the share of the ties' weight inside them, less what chance would put there.
  ///
  /// Same value as networkx `modularity` with the weights; 0 where a weight is not above 0.
  package static func modularity(
    of communities: [[Int]], _ ties: [(from: Int, to: Int, weight: Double)], nodeCount: Int
  ) -> Double {
    var labels = [Int](repeating: 0, count: nodeCount)
    for (number, members) in communities.enumerated() {
      for member in members { labels[member] = number }
    }
    guard let strengths = try? EdgeStrengths(ties.map(\.weight)) else { return 0 }
    return Topology(
      nodeCount: nodeCount, direction: .undirected, pairs: ties.map { ($0.from, $0.to) }
    ).modularity(of: Partition(labels: labels), strengths: strengths)
  }

  /// Communities, those that are too large split.
  private static func parts(
    of ties: [(from: Int, to: Int, weight: Double)], nodeCount: Int, largest: Int
  ) -> [[Int]] {
    guard nodeCount > 0 else { return [] }
    guard
      let strengths = try? EdgeStrengths(ties.map(\.weight)),
      let found = try? Topology(
        nodeCount: nodeCount, direction: .undirected, pairs: ties.map { ($0.from, $0.to) }
      ).leiden(strengths: strengths)
    else { return [Array(0..<nodeCount)] }
    var communities = [[Int]](repeating: [], count: found.partition.groupCount)
    for (node, group) in found.partition.groups.values.enumerated() {
      communities[group].append(node)
    }
    guard communities.count > 1 else { return communities }
    return communities.flatMap { members in
      members.count > largest ? split(members, ties, largest: largest) : [members]
    }.sorted { $0[0] < $1[0] }
  }

  /// The parts of a community that is too large, by the ties inside it.
  private static func split(
    _ members: [Int], _ ties: [(from: Int, to: Int, weight: Double)], largest: Int
  ) -> [[Int]] {
    let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    let inner = ties.compactMap { tie in
      places[tie.from].flatMap { from in
        places[tie.to].map { (from: from, to: $0, weight: tie.weight) }
      }
    }
    return parts(of: inner, nodeCount: members.count, largest: largest).map { part in
      part.map { members[$0] }
    }
  }

  /// The communities with those that are too small inside the one they are tied to most, the smallest first.
  private static func joined(
    _ communities: [[Int]], _ ties: [(from: Int, to: Int, weight: Double)], nodeCount: Int,
    smallest: Int
  ) -> [[Int]] {
    guard communities.contains(where: { $0.count < smallest }) else { return communities }
    var communities = communities
    var community = [Int](repeating: 0, count: nodeCount)
    for (number, members) in communities.enumerated() {
      for member in members { community[member] = number }
    }
    var tiesAt = [[(other: Int, weight: Double)]](repeating: [], count: nodeCount)
    for tie in ties {
      tiesAt[tie.from].append((tie.to, tie.weight))
      tiesAt[tie.to].append((tie.from, tie.weight))
    }
    let order = communities.indices.sorted {
      (communities[$0].count, $0) < (communities[$1].count, $1)
    }
    for number in order where communities[number].count < smallest {
      var strengths: [Int: Double] = [:]
      for (other, weight) in communities[number].flatMap({ tiesAt[$0] })
      where community[other] != number {
        strengths[community[other], default: 0] += weight
      }
      guard let nearest = strengths.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key
      else {
        continue
      }
      for member in communities[number] { community[member] = nearest }
      communities[nearest] = (communities[nearest] + communities[number]).sorted()
      communities[number] = []
    }
    return communities.filter { !$0.isEmpty }.sorted { $0[0] < $1[0] }
  }
}
