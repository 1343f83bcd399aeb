package import EcosystemModel
import GraphCore

/// Parties among whom work can come back to where it was.
package struct HandoffLoop: Hashable, Sendable, Codable {
  /// Everyone from whom work can get to everyone else of the group, in the order of the table.
  package let members: [EntityReference]
  /// The shortest ways round over three or more parties, shortest first; each names its first party again at the end.
  package let ways: [[EntityReference]]
}

extension [HandoffLoop] {
  /// The loops by which work comes back, and the ways round by which it follows the sun.
  ///
  /// On these each receiver starts before the giver has left, or just then, and the day moves once round the earth.
  func withoutRelays(
    among links: [HandoffStep]
  ) -> (loops: [HandoffLoop], relays: [[EntityReference]]) {
    var shifts: [[EntityReference]: Seasonal<Int>] = [:]
    for link in links {
      if let shift = link.sunShift { shifts[[link.from, link.to]] = shift }
    }
    func isRelay(_ way: [EntityReference]) -> Bool {
      let all = zip(way, way.dropFirst()).map { shifts[[$0, $1]] }
      let known = all.compactMap { $0 }
      return known.count == all.count
        && Season.allCases.allSatisfy { season in
          known.reduce(0) { $0 + $1[season] } == 1440
        }
    }
    let loops = compactMap { loop -> HandoffLoop? in
      let ways = loop.ways.filter { !isRelay($0) }
      return ways.isEmpty && !loop.ways.isEmpty
        ? nil : HandoffLoop(members: loop.members, ways: ways)
    }
    return (loops, flatMap(\.ways).filter(isRelay))
  }
}

extension HandoffNetwork {
  /// The groups of three or more parties in which work can go round, the largest first.
  ///
  /// A group is a strongly connected component. Its ways round are the shortest closed ones through each of its links that
  /// do not go straight back, each way once; at most `limit` of them.
  ///
  /// - Complexity: O(links · (parties + links)) at worst, at most 4,000 links of a group being looked at; far less where
  ///   many ways round are short.
  func loops(limit: Int = 12) -> [HandoffLoop] {
    let components = topology.stronglyConnectedComponents()
    return components.members.filter { $0.count > 2 }
      .sorted { (-$0.count, $0[0]) < (-$1.count, $1[0]) }
      .map { members in
        let part = topology.subgraph(of: members.sorted())
        let ways = Self.waysRound(in: part.topology, limit: limit).prefix(limit).map { way in
          way.map { parties[part.nodes[NodeIndex($0)].position] }
        }
        return HandoffLoop(
          members: members.sorted().map { parties[$0.position] }, ways: Array(ways))
      }
  }

  private static func waysRound(in topology: Topology, limit: Int) -> [[Int]] {
    var search = WayBackSearch(topology)
    var seen: Set<[Int]> = []
    var ways: [[Int]] = []
    for edge in topology.edges.prefix(4000) {
      let (source, target) = topology.endpoints(of: edge)
      guard let way = search.way(from: target.position, to: source.position) else { continue }
      let turned = rotated(way)
      guard seen.insert(turned).inserted else { continue }
      ways.append(turned + [turned[0]])
      // Once there are enough ways, a longer one is not looked for.
      if ways.count % limit == 0 {
        search.longest = ways.map(\.count).sorted()[limit - 1] - 1
      }
    }
    return ways.sorted { left, right in
      left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }
  }

  /// The closed way from its lowest position on.
  private static func rotated(_ way: [Int]) -> [Int] {
    let lowest = way.indices.min { way[$0] < way[$1] } ?? 0
    return Array(way[lowest...] + way[..<lowest])
  }
}

/// Finds the shortest ways back with at least one party in between, by breadth-first search.
private struct WayBackSearch {
  /// Ways over more parties than this are not looked for.
  var longest = Int.max
  private let topology: Topology
  /// From where each node was reached, in the search of the number beside it.
  private var arrivals: [(search: Int, from: Int)]
  private var number = 0
  private var queue: [Int] = []

  init(_ topology: Topology) {
    self.topology = topology
    arrivals = Array(repeating: (0, -1), count: topology.nodeCount)
  }

  /// The parties from `start` to `end`, both included; `nil` if there is no way, or only a longer one.
  mutating func way(from start: Int, to end: Int) -> [Int]? {
    number += 1
    arrivals[start] = (number, start)
    queue.removeAll(keepingCapacity: true)
    queue.append(start)
    var head = 0
    // The queue up to here holds the nodes that a way of `length` parties ends at.
    var (levelEnd, length) = (1, 1)
    while head < queue.count, length < longest {
      let node = queue[head]
      head += 1
      for neighbor in topology.neighbors(of: NodeIndex(node)) {
        let next = neighbor.position
        guard arrivals[next].search != number, !(node == start && next == end) else { continue }
        arrivals[next] = (number, node)
        if next == end { return way(to: end, from: start) }
        queue.append(next)
      }
      if head == levelEnd { (levelEnd, length) = (queue.count, length + 1) }
    }
    return nil
  }

  private func way(to end: Int, from start: Int) -> [Int] {
    var way = [end]
    while let last = way.last, last != start { way.append(arrivals[last].from) }
    return way.reversed()
  }
}
