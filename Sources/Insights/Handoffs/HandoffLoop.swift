public import EcosystemModel
import GraphCore

/// Parties among whom work can come back to where it was.
public struct HandoffLoop: Hashable, Sendable, Codable {
  /// Everyone from whom work can get to everyone else of the group, in the order of the table.
  public let members: [EntityReference]
  /// The shortest ways round over three or more parties, shortest first; each names its first party again at the end.
  public let ways: [[EntityReference]]
}

extension HandoffNetwork {
  /// The groups of three or more parties in which work can go round, the largest first.
  ///
  /// A group is a strongly connected component. Its ways round are the shortest closed ones through each of its links that
  /// do not go straight back, each way once; at most `limit` of them.
  ///
  /// - Complexity: O(links · (parties + links)), at most 4,000 links of a group being looked at.
  func loops(limit: Int = 12) -> [HandoffLoop] {
    let components = topology.stronglyConnectedComponents()
    return components.members.filter { $0.count > 2 }
      .sorted { (-$0.count, $0[0]) < (-$1.count, $1[0]) }
      .map { members in
        let part = topology.subgraph(of: members.sorted())
        let ways = Self.waysRound(in: part.topology).prefix(limit).map { way in
          way.map { parties[part.nodes[NodeIndex($0)].position] }
        }
        return HandoffLoop(
          members: members.sorted().map { parties[$0.position] }, ways: Array(ways))
      }
  }

  private static func waysRound(in topology: Topology) -> [[Int]] {
    var seen: Set<[Int]> = []
    var ways: [[Int]] = []
    for edge in topology.edges.prefix(4000) {
      let (source, target) = topology.endpoints(of: edge)
      guard let way = wayBack(from: target.position, to: source.position, in: topology) else {
        continue
      }
      let turned = rotated(way)
      if seen.insert(turned).inserted { ways.append(turned + [turned[0]]) }
    }
    return ways.sorted { left, right in
      left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }
  }

  /// The shortest way back with at least one party in between, by breadth-first search.
  private static func wayBack(from start: Int, to end: Int, in topology: Topology) -> [Int]? {
    var arrival = [Int](repeating: -1, count: topology.nodeCount)
    arrival[start] = start
    var queue = [start]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for next in topology.neighbors(of: NodeIndex(node)).map(\.position)
      where arrival[next] < 0 && !(node == start && next == end) {
        arrival[next] = node
        if next == end {
          var way = [end]
          while way[way.count - 1] != start { way.append(arrival[way[way.count - 1]]) }
          return way.reversed()
        }
        queue.append(next)
      }
    }
    return nil
  }

  /// The closed way from its lowest position on.
  private static func rotated(_ way: [Int]) -> [Int] {
    let lowest = way.indices.min { way[$0] < way[$1] } ?? 0
    return Array(way[lowest...] + way[..<lowest])
  }
}
