import TestSupport
import Testing

@testable import GraphCore

@Suite("Key players", .timeLimit(.minutes(60)))
struct KeyPlayerTests {
  func score(_ nodes: [Int], _ goal: KeyPlayerGoal, of graph: Topology = .path(5)) -> Double {
    graph.keyPlayerScore(of: nodes.map { NodeIndex($0) }, goal: goal)
  }

  @Test func definedValues() {
    #expect(isClose(score([], .fragmentation), 0))
    #expect(isClose(score([], .distanceFragmentation), 0.3583, relative: 1e-3))
    #expect(isClose(score([2], .fragmentation), 2.0 / 3))
    #expect(isClose(score([2], .distanceFragmentation), 2.0 / 3))
    #expect(isClose(score([1], .fragmentation), 0.5))
    #expect(isClose(score([1], .distanceFragmentation), 0.5833, relative: 1e-3))
    #expect(isClose(score([2], .distanceReach), 0.8))
    #expect(isClose(score([1, 3], .distanceReach), 1))
    #expect(isClose(score([2], .reach(steps: 1)), 0.6))
    #expect(isClose(score([0], .reach(steps: 0)), 0.2))
    #expect(score([0, 1, 2, 3], .fragmentation) == 1)
  }

  /// Scores by the definition, with distances by repeated relaxation.
  func naiveScore(_ set: Set<Int>, _ goal: KeyPlayerGoal, of graph: Topology) -> Double {
    let count = graph.nodeCount
    func distances(without removed: Set<Int>) -> [[Int]] {
      var far = [[Int]](repeating: [Int](repeating: .max / 2, count: count), count: count)
      for node in graph.nodes where !removed.contains(node.position) {
        far[node.position][node.position] = 0
        for other in graph.neighbors(of: node)
        where !removed.contains(other.position) && other != node {
          far[node.position][other.position] = 1
        }
      }
      for middle in 0..<count {
        for one in 0..<count {
          for other in 0..<count {
            far[one][other] = min(far[one][other], far[one][middle] + far[middle][other])
          }
        }
      }
      return far
    }
    if goal.isRemoval {
      let rest = (0..<count).filter { !set.contains($0) }
      guard rest.count > 1 else { return 1 }
      let far = distances(without: set)
      var sum = 0.0
      for one in rest {
        for other in rest where one != other && far[one][other] < count {
          sum += goal == .fragmentation ? 1 : 1 / Double(far[one][other])
        }
      }
      return 1 - sum / Double(rest.count * (rest.count - 1))
    }
    let far = distances(without: [])
    let sum = (0..<count).reduce(0.0) { sum, node in
      let near = set.map { far[$0][node] }.min() ?? .max
      if case .reach(let steps) = goal { return sum + (near <= steps ? 1 : 0) }
      return sum + (near >= count ? 0 : 1 / Double(max(near, 1)))
    }
    return sum / Double(count)
  }

  @Test(arguments: 0..<48 as Range<UInt64>, [Topology.Direction.directed, .undirected])
  func scoresAndBestSetsFollowTheDefinition(seed: UInt64, direction: Topology.Direction) throws {
    let graph = randomMultigraph(seed, direction: direction)
    let size = Int(seed % 3)
    guard size <= graph.nodeCount else { return }
    for goal in [
      KeyPlayerGoal.fragmentation, .distanceFragmentation, .distanceReach, .reach(steps: 2),
    ] {
      let scores = Combinations.all(of: size, from: graph.nodeCount).map {
        naiveScore(Set($0), goal, of: graph)
      }
      let best = try graph.keyPlayers(size, goal: goal)
      #expect(best.method == .exact && best.comparedSets == scores.count)
      #expect(isClose(best.score, scores.max() ?? -1))
      #expect(isClose(best.score, naiveScore(Set(best.nodes.map(\.position)), goal, of: graph)))
      let greedy = try graph.keyPlayers(size, goal: goal, exactLimit: 0, seed: seed)
      #expect(greedy.method == .greedySwap)
      #expect(greedy.score <= best.score + 1e-12)
      #expect(isClose(greedy.score, naiveScore(Set(greedy.nodes.map(\.position)), goal, of: graph)))
    }
  }

  @Test func moreThan64SourcesAreCounted() {
    let graph = Topology.path(150)
    let expected = naiveScore([70], .distanceFragmentation, of: graph)
    #expect(isClose(score([70], .distanceFragmentation, of: graph), expected))
  }

  @Test func threadsAndSeedsDecideNothingElse() throws {
    let graph = Topology.wattsStrogatz(nodeCount: 40, neighbors: 4, rewiring: 0.2, seed: 3)
    let one = try graph.keyPlayers(
      3, goal: .distanceFragmentation, exactLimit: 10, seed: 9,
      parallelism: Parallelism(threads: 1))
    for threads in [2, 7] {
      let other = try graph.keyPlayers(
        3, goal: .distanceFragmentation, exactLimit: 10, seed: 9,
        parallelism: Parallelism(threads: threads))
      #expect(other == one)
    }
  }

  @Test func moreThanAllNodesAreRefused() throws {
    #expect(throws: AlgorithmError.self) {
      try Topology.path(2).keyPlayers(3, goal: .fragmentation)
    }
    let empty = Topology.path(0)
    #expect(try empty.keyPlayers(0, goal: .distanceReach).score == 0)
    #expect(Combinations.number(of: 500, from: 1000) == .max)
    #expect(Combinations.number(of: 3, from: 6) == Combinations.all(of: 3, from: 6).count)
  }

  @Test func concentrationFollowsTheDefinition() throws {
    let even = try Concentration(of: [3, 3, 3, 3])
    #expect(even.gini == 0 && even.shareOfTop(0.25) == 0.25)
    let one = try Concentration(of: [0, 0, 0, 8])
    #expect(one.gini == 0.75 && one.shareOfTop(0.01) == 1)
    var generator = SeededGenerator(seed: 1)
    let amounts = (0..<20).map { _ in generator.unit() }
    var sum = 0.0
    for first in amounts { for second in amounts { sum += abs(first - second) } }
    let spread = try Concentration(of: amounts)
    #expect(isClose(spread.gini, sum / (2 * 20 * spread.total)))
    #expect(isClose(spread.shareOfTop(0.05), (amounts.max() ?? 0) / spread.total))
    #expect(try Concentration(of: []).gini == 0)
    #expect(throws: AlgorithmError.self) { try Concentration(of: [1, -1]) }
    #expect(throws: AlgorithmError.self) { try Concentration(of: [.nan]) }
  }
}
