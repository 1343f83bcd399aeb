/// Nodes of one side of which every node of the other side has one as neighbour.
package struct Cover: Sendable, Hashable {
  /// The nodes, ascending.
  package let nodes: [NodeIndex]
  /// As many are needed in any case.
  package let leastCount: Int

  /// Whether fewer nodes cannot do.
  package var isSmallest: Bool { nodes.count == leastCount }
}

extension AffiliationGraph {
  /// Returns a small set of nodes of one side that reaches all of the other: the smallest, where that is proven within the budget.
  ///
  /// Nodes that others make superfluous are left out first, those without alternative are taken; what is left falls into
  /// parts, each of which is searched by branch and bound from the result of the greedy method. The bound is the larger of
  /// a packing (nodes to be reached that share no neighbour) and of a dual solution of the relaxed problem. The greedy
  /// method alone takes at most 1 + ½ + … + 1/*d* times as many as the smallest set, for a largest degree *d*.
  ///
  /// - Parameters:
  ///   - side: The side that the set is of. Nodes of the other side without neighbours are not reached by anything.
  ///   - budget: How many looks at neighbours the search may take, for all parts together.
  /// - Returns: The set, and how many are needed in any case.
  /// - Complexity: O(Σ *d*²) for degrees *d* in practice, and O(budget).
  ///
  /// ## References
  /// V. Chvátal, “A greedy heuristic for the set-covering problem”, *Math. Oper. Res.* 4(3), 1979,
  /// [doi:10.1287/moor.4.3.233](https://doi.org/10.1287/moor.4.3.233).
  package func smallestCover(by side: Side, budget: Int = 4_000_000) -> Cover {
    let rows = rows(side)
    var reduction = CoverReduction(
      sets: (0..<rows.count).map { rows.neighbors[rows.range($0)].map { Int($0) } },
      elementCount: self.rows(side.opposite).count)
    reduction.run()
    var chosen = reduction.taken
    var least = chosen.count
    var left = budget
    for part in reduction.parts() {
      var search = CoverSearch(part.map { reduction.sets[$0] }, budget: left)
      let needed = search.run()
      left = max(0, search.budget)
      chosen += search.best.map { part[$0] }
      least += needed
    }
    return Cover(nodes: chosen.sorted().map { NodeIndex($0) }, leastCount: least)
  }
}

/// Sets to choose from, without those that the choice does not hang on.
private struct CoverReduction {
  /// What each set has of the elements still to be covered, ascending; nothing where a set is out.
  var sets: [[Int]]
  /// Sets without which an element stays uncovered.
  var taken: [Int] = []
  let elementCount: Int

  init(sets: [[Int]], elementCount: Int) {
    self.sets = sets
    self.elementCount = elementCount
  }

  mutating func run() {
    while takeOnlyOnes() || dropSmallerSets() || dropEasierElements() {}
  }

  /// The sets that contain each element, ascending.
  private func holders() -> [[Int]] {
    var holders = [[Int]](repeating: [], count: elementCount)
    for (set, elements) in sets.enumerated() {
      for element in elements { holders[element].append(set) }
    }
    return holders
  }

  private mutating func drop(_ isOut: [Bool]) {
    for set in sets.indices where sets[set].contains(where: { isOut[$0] }) {
      sets[set].removeAll { isOut[$0] }
    }
  }

  private mutating func takeOnlyOnes() -> Bool {
    let needed = Set(holders().compactMap { $0.count == 1 ? $0[0] : nil }).sorted()
    guard !needed.isEmpty else { return false }
    var isCovered = [Bool](repeating: false, count: elementCount)
    for set in needed {
      for element in sets[set] { isCovered[element] = true }
    }
    taken += needed
    drop(isCovered)
    return true
  }

  /// Leaves out each set of which another one has everything; of equal ones the first stays.
  private mutating func dropSmallerSets() -> Bool {
    var holders = holders()
    for element in holders.indices {
      holders[element].sort { (sets[$1].count, $0) < (sets[$0].count, $1) }
    }
    let smaller = sets.indices.filter { set in
      guard let rarest = sets[set].min(by: { holders[$0].count < holders[$1].count }) else {
        return false
      }
      for other in holders[rarest] {
        if (sets[set].count, other) >= (sets[other].count, set) { return false }
        if Self.isPart(sets[set], of: sets[other]) { return true }
      }
      return false
    }
    for set in smaller { sets[set] = [] }
    return !smaller.isEmpty
  }

  /// Leaves out each element that is covered whenever another one is; of equal ones the first stays.
  private mutating func dropEasierElements() -> Bool {
    let holders = holders()
    var isOut = [Bool](repeating: false, count: elementCount)
    for (element, own) in holders.enumerated() {
      guard let smallest = own.min(by: { sets[$0].count < sets[$1].count }) else { continue }
      for other in sets[smallest] where other != element {
        let isEasier = (own.count, element) < (holders[other].count, other)
        if isEasier, Self.isPart(own, of: holders[other]) { isOut[other] = true }
      }
    }
    guard isOut.contains(true) else { return false }
    drop(isOut)
    return true
  }

  /// Whether all of one ascending list are in another.
  private static func isPart(_ list: [Int], of other: [Int]) -> Bool {
    guard list.count <= other.count else { return false }
    var place = 0
    for value in list {
      while place < other.count, other[place] < value { place += 1 }
      guard place < other.count, other[place] == value else { return false }
    }
    return true
  }

  /// The sets that are left, by the parts into which they fall.
  func parts() -> [[Int]] {
    let graph = AffiliationGraph(
      leftCount: sets.count, rightCount: elementCount,
      pairs: sets.enumerated().flatMap { set, elements in elements.map { (set, $0) } })
    return graph.topology().connectedComponents().members
      .map { $0.map(\.position).filter { $0 < sets.count && !sets[$0].isEmpty } }
      .filter { !$0.isEmpty }
  }
}
