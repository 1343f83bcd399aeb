internal import EcosystemModel
internal import GraphCore

/// Who sits on exactly which bodies: every person is in one combination.
package struct OverlapCombinations: Codable, Hashable, Sendable {
  /// The people on some bodies and on no other of those compared.
  package struct Combination: Codable, Hashable, Sendable {
    /// The positions of the bodies in ``OverlapCombinations/bodies``, ascending.
    package let bodies: [Int]
    /// The number of people.
    package let count: Int
    /// Their names, at most ``OverlapCombinations/nameLimit``, in the order of the table.
    package let people: [String]
  }

  /// The bodies compared, the largest first.
  package let bodies: [OverlapBody]
  /// The number of bodies with members, compared or not.
  package let bodyCount: Int
  /// The combinations, those of most people first, then those of fewer bodies; at most ``combinationLimit``.
  package let combinations: [Combination]
  /// The number of different combinations.
  package let combinationCount: Int
  /// The number of people on at least one of the bodies.
  package let peopleCount: Int
  /// The number of people on two of the bodies or more.
  package let severalCount: Int

  /// At most so many bodies are compared: the largest.
  package static let bodyLimit = 30
  /// At most so many combinations are listed.
  package static let combinationLimit = 100
  /// At most so many names are listed for a combination.
  package static let nameLimit = 30
}

extension OverlapDescriber {
  /// The exclusive intersections of the largest bodies, or of those asked about.
  ///
  /// - Parameter parts: Bodies that must be there, by position; two or more leave out all others.
  /// - Returns: The combinations.
  /// - Complexity: O(seats + people · log people).
  ///
  /// ## References
  /// A. Lex et al., “UpSet: visualization of intersecting sets”, *IEEE TVCG* 20(12), 2014,
  /// [doi:10.1109/TVCG.2014.2346248](https://doi.org/10.1109/TVCG.2014.2346248).
  func combinations(of parts: [Int]) -> OverlapCombinations {
    let seated = family.bodies.indices.filter { family.bodies[$0].size > 0 }
    let ranked = seated.sorted {
      (-family.bodies[$0].size, $0) < (-family.bodies[$1].size, $1)
    }
    let chosen =
      parts.count > 1
      ? parts
      : Array((parts + ranked.filter { !parts.contains($0) }).prefix(OverlapCombinations.bodyLimit))
    let order = chosen.sorted { (-family.bodies[$0].size, $0) < (-family.bodies[$1].size, $1) }
    var places = [Int?](repeating: nil, count: family.bodies.count)
    for (place, body) in order.enumerated() { places[body] = place }
    var people: [[Int]: [Int]] = [:]
    for person in family.ecosystem.people.indices {
      let own = family.graph.neighbors(of: NodeIndex(person), on: .left)
        .compactMap { places[$0.position] }.sorted()
      if !own.isEmpty { people[own, default: []].append(person) }
    }
    let keys = people.keys.sorted { left, right in
      let (one, other) = (people[left]?.count ?? 0, people[right]?.count ?? 0)
      if one != other { return one > other }
      return left.count == right.count
        ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }
    return OverlapCombinations(
      bodies: order.map { family.bodies[$0] }, bodyCount: seated.count,
      combinations: keys.prefix(OverlapCombinations.combinationLimit).map { key in
        let members = people[key] ?? []
        return OverlapCombinations.Combination(
          bodies: key, count: members.count,
          people: members.prefix(OverlapCombinations.nameLimit)
            .map { family.ecosystem.people[$0].name })
      },
      combinationCount: keys.count, peopleCount: people.values.reduce(0) { $0 + $1.count },
      severalCount: people.filter { $0.key.count > 1 }.values.reduce(0) { $0 + $1.count })
  }
}
