import TestSupport
import Testing

@testable import Insights

struct TieCommunitiesTests {
  /// Groups in which everyone is tied to everyone, each tied to the next one once.
  private static func cliques(_ count: Int, of size: Int) -> [(from: Int, to: Int, weight: Double)]
  {
    (0..<count).flatMap { group in
      let first = group * size
      let inside = (0..<size).flatMap { a in
        (0..<a).map { (from: first + a, to: first + $0, weight: 1.0) }
      }
      return inside + (group + 1 < count ? [(first, first + size, 1.0)] : [])
    }
  }

  @Test(arguments: [2, 3, 7], [4, 5, 9])
  func groupsAreFound(count: Int, size: Int) {
    let found = TieCommunities.of(Self.cliques(count, of: size), nodeCount: count * size)
    #expect(found == (0..<count).map { Array($0 * size..<($0 + 1) * size) })
  }

  @Test(arguments: UInt64(0)..<20)
  func everyoneIsInOneCommunityThatHangsTogether(seed: UInt64) {
    let count = 30 + 3 * Int(seed)
    let ties = (0..<(count * 3 / 2)).map { tie in
      let number = (tie + 1) * (2 * Int(seed) + 7)
      return (
        from: number * number % 101 % count, to: number * 37 % 89 % count,
        weight: Double(1 + number % 4)
      )
    }
    for (largest, smallest) in [(Int.max, 1), (12, 1), (12, 3), (5, 4)] {
      let found = TieCommunities.of(
        ties, nodeCount: count, largest: largest, smallest: smallest)
      #expect(found.flatMap(\.self).sorted() == Array(0..<count))
      #expect(found.allSatisfy { $0 == $0.sorted() })
      #expect(found.map { $0[0] } == found.map { $0[0] }.sorted())
      let again = TieCommunities.of(
        ties, nodeCount: count, largest: largest, smallest: smallest)
      #expect(again == found)
      for members in found {
        let inside = Set(members)
        var reached: Set = [members[0]]
        var frontier = [members[0]]
        while let next = frontier.popLast() {
          for tie in ties where tie.from == next || tie.to == next {
            let other = tie.from == next ? tie.to : tie.from
            if inside.contains(other), reached.insert(other).inserted { frontier.append(other) }
          }
        }
        #expect(reached == inside)
        // Too small is only who has nobody to join.
        if members.count < smallest {
          #expect(ties.allSatisfy { inside.contains($0.from) == inside.contains($0.to) })
        }
      }
    }
  }

  @Test func largeCommunitiesAreSplitWhereTheyFallIntoParts() {
    let ties = Self.cliques(6, of: 5)
    let whole = TieCommunities.of(ties, nodeCount: 30, largest: .max)
    let parts = TieCommunities.of(ties, nodeCount: 30, largest: 5)
    #expect(parts.allSatisfy { $0.count == 5 } && parts.count == 6 && whole.count <= 6)
    // A clique falls into nothing.
    #expect(TieCommunities.of(Self.cliques(1, of: 9), nodeCount: 9, largest: 3).count == 1)
  }

  @Test func thoseWithoutTiesAreAlone() {
    #expect(TieCommunities.of([], nodeCount: 3, smallest: 3) == [[0], [1], [2]])
    #expect(TieCommunities.of([], nodeCount: 0).isEmpty)
    #expect(TieCommunities.of([(0, 1, -1)], nodeCount: 3) == [[0, 1, 2]])
  }

  @Test("modularity is that of networkx: two triangles with a bridge")
  func modularity() {
    let ties = [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)].map {
      (from: $0.0, to: $0.1, weight: 1.0)
    }
    let found = TieCommunities.modularity(of: [[0, 1, 2], [3, 4, 5]], ties, nodeCount: 6)
    #expect(abs(found - 5.0 / 14) < 1e-12)
  }
}
