import TestSupport
import Testing

@testable import GraphCore

@Suite("Two-mode graphs", .timeLimit(.minutes(60)))
struct AffiliationTests {
  struct Reference: Decodable {
    struct Pair: Decodable {
      var first, second, shared: Int
      var hypergeometric, fixedMemberships, sdsm, sdsmEC: Double
      var count, jaccard, overlapCoefficient, newman: Double
    }
    struct Case: Decodable {
      var name: String
      var left, right: Int
      var pairs: [[Int]]
      var overlaps: [Pair]
      var clustering: Double
      var redundancy: [Double?]
      var bicm: [[Double]]
      var prohibited, required: [[Int]]

      var graph: AffiliationGraph {
        AffiliationGraph(leftCount: left, rightCount: right, pairs: pairs.map { ($0[0], $0[1]) })
      }
    }
    var cases: [Case]
  }

  let cases: [Reference.Case]

  init() throws {
    cases = try ReferenceFile.read("affiliations.json", as: Reference.self).cases
  }

  func davis() throws -> AffiliationGraph { try #require(cases.first).graph }

  static func random(_ seed: UInt64) -> AffiliationGraph {
    var generator = SeededGenerator(seed: seed)
    let (left, right) = (generator.below(12), generator.below(9))
    let ties = left * right == 0 ? 0 : generator.below(2 * left * right)
    return AffiliationGraph(
      leftCount: left, rightCount: right,
      pairs: (0..<ties).map { _ in (generator.below(left), generator.below(right)) })
  }

  @Test func projectionsAgreeWithNetworkx() throws {
    for sample in cases {
      let overlaps = try sample.graph.overlaps(of: .right)
      #expect(overlaps.count == sample.overlaps.count)
      for weighting in Projection.Weighting.allCases {
        let projection = try sample.graph.projection(onto: .right, weighting: weighting)
        for (index, expected) in sample.overlaps.enumerated() {
          #expect(overlaps[index].first.position == expected.first)
          #expect(overlaps[index].second.position == expected.second)
          #expect(overlaps[index].shared == expected.shared)
          let value =
            switch weighting {
            case .count: expected.count
            case .jaccard: expected.jaccard
            case .overlapCoefficient: expected.overlapCoefficient
            case .newman: expected.newman
            }
          #expect(isClose(projection.strengths.values[index], value))
        }
      }
    }
  }

  @Test func clusteringAndRedundancyAgreeWithNetworkx() throws {
    for sample in cases {
      #expect(isClose(try sample.graph.robinsAlexanderClustering(), sample.clustering))
      #expect(
        isClose(try sample.graph.transposed().robinsAlexanderClustering(), sample.clustering))
      let redundancy = try sample.graph.redundancy(of: .right).values
      #expect(redundancy.count == sample.redundancy.count)
      for (value, expected) in zip(redundancy, sample.redundancy) {
        #expect((value == nil) == (expected == nil))
        #expect(isClose(value ?? 0, expected ?? 0))
      }
    }
    #expect(isClose(try davis().robinsAlexanderClustering(), 0.467764, relative: 1e-5))
  }

  @Test func chancesMeetDegreesAndAgreeWithScipy() throws {
    for sample in cases {
      let fit = try sample.graph.configurationModel()
      #expect(fit.residual < 1e-9)
      for left in 0..<sample.left {
        for right in 0..<sample.right {
          let chance = fit.value.probability(left: NodeIndex(left), right: NodeIndex(right))
          #expect(abs(chance - sample.bicm[left][right]) < 1e-7, "\(sample.name) \(left) \(right)")
        }
      }
    }
  }

  @Test func significanceAgreesWithScipy() throws {
    for sample in cases {
      let tie = { (pair: [Int]) in
        StructuralTies.Tie(left: NodeIndex(pair[0]), right: NodeIndex(pair[1]))
      }
      let ties = StructuralTies(
        prohibited: Set(sample.prohibited.map(tie)), required: Set(sample.required.map(tie)))
      let models: [(OverlapModel, KeyPath<Reference.Pair, Double>)] = [
        (.fixedSizes(population: nil), \.hypergeometric), (.fixedMemberships, \.fixedMemberships),
        (.degreeSequence, \.sdsm), (.constrainedDegreeSequence(ties), \.sdsmEC),
      ]
      for (model, path) in models {
        let tested = try sample.graph.overlapSignificance(of: .right, model: model)
        for (value, expected) in zip(tested.probabilities, sample.overlaps) {
          #expect(isClose(value.value, expected[keyPath: path], relative: 1e-5), "\(model)")
        }
        let turned =
          model == .constrainedDegreeSequence(ties)
          ? .constrainedDegreeSequence(ties.transposed()) : model
        let other = try sample.graph.transposed().overlapSignificance(of: .left, model: turned)
        #expect(
          zip(other.probabilities, tested.probabilities).allSatisfy {
            isClose($0.value, $1.value)
          })
      }
    }
  }

  @Test func aLargeCountIsNotASignificantOne() throws {
    let tested = try davis().overlapSignificance(of: .right, model: .fixedSizes(population: nil))
    let named = Dictionary(
      uniqueKeysWithValues: zip(tested.overlaps, tested.probabilities).map { overlap, tail in
        ("E\(overlap.first.position + 1)–E\(overlap.second.position + 1)", (overlap, tail.value))
      })
    let (many, byChance) = try #require(named["E8–E9"])
    #expect(many.shared == 9 && many.overlapCoefficient == 0.75)
    #expect(isClose(many.jaccard, 0.5294, relative: 1e-3))
    #expect(isClose(byChance, 0.838235, relative: 1e-5))
    let (few, real) = try #require(named["E3–E5"])
    #expect(few.shared == 6 && few.overlapCoefficient == 1 && few.jaccard == 0.75)
    #expect(isClose(real, 0.001508, relative: 1e-3))
    let (high, unproven) = try #require(named["E5–E8"])
    #expect(high.overlapCoefficient == 0.875)
    #expect(isClose(unproven, 0.382353, relative: 1e-5))
    #expect(named["E1–E14"] == nil)
  }

  @Test func theBackboneKeepsPairsBelowTheLevelOnly() throws {
    let graph = try davis()
    let tested = try graph.overlapSignificance(of: .right, model: .degreeSequence)
    let corrected = MultipleTesting.benjaminiHochberg.corrected(
      tested.probabilities, testCount: 91)
    let backbone = try graph.backbone(of: .right, correction: .benjaminiHochberg)
    #expect(backbone.testCount == 91)
    #expect(backbone.overlappingPairCount == tested.overlaps.count)
    #expect(backbone.topology.nodeCount == 14)
    #expect(backbone.topology.edgeCount == corrected.count { $0.value < 0.05 })
    #expect(backbone.probabilities.values.allSatisfy { $0.value < 0.05 })
    let all = try graph.backbone(of: .right, level: 1, correction: .none)
    let few = try graph.backbone(of: .right, level: 0.01, correction: .none)
    #expect(few.topology.edgeCount < all.topology.edgeCount)
    #expect(backbone.topology.edgeCount <= all.topology.edgeCount)
  }

  @Test(arguments: 0..<64 as Range<UInt64>)
  func overlapsEqualIntersectionsOfSets(seed: UInt64) throws {
    let graph = Self.random(seed)
    for side in AffiliationGraph.Side.allCases {
      let count = graph.nodeCount(side)
      let sets = (0..<count).map { Set(graph.neighbors(of: NodeIndex($0), on: side)) }
      var expected: [[Int]] = []
      for first in 0..<count {
        for second in first + 1..<max(count, first + 1) {
          let shared = sets[first].intersection(sets[second]).count
          if shared > 0 { expected.append([first, second, shared]) }
        }
      }
      let overlaps = try graph.overlaps(of: side)
      #expect(
        overlaps.map { [$0.first.position, $0.second.position, $0.shared] } == expected)
      let redundancy = try graph.redundancy(of: side)
      for node in 0..<count {
        let others = sets.indices.filter { $0 != node }.map { sets[$0] }
        let members = sets[node].sorted()
        var pairs = 0
        var repeated = 0
        for (place, one) in members.enumerated() {
          for other in members[(place + 1)...] {
            pairs += 1
            repeated += others.contains { $0.contains(one) && $0.contains(other) } ? 1 : 0
          }
        }
        let value = redundancy[NodeIndex(node)]
        #expect(value == (pairs == 0 ? nil : Double(repeated) / Double(pairs)))
      }
    }
  }

  @Test(arguments: 0..<64 as Range<UInt64>)
  func everyGraphHasChancesThatMeetItsDegrees(seed: UInt64) throws {
    let graph = Self.random(seed)
    let fit = try graph.configurationModel()
    for (side, other) in [
      (AffiliationGraph.Side.left, AffiliationGraph.Side.right), (.right, .left),
    ] {
      for node in 0..<graph.nodeCount(side) {
        let sum = (0..<graph.nodeCount(other)).reduce(0.0) { sum, partner in
          let pair = side == .left ? (node, partner) : (partner, node)
          return sum
            + fit.value.probability(left: NodeIndex(pair.0), right: NodeIndex(pair.1))
        }
        #expect(abs(sum - Double(graph.degree(of: NodeIndex(node), on: side))) < 1e-7)
      }
    }
    let tested = try graph.overlapSignificance(of: .right, model: .degreeSequence)
    #expect(tested.probabilities.allSatisfy { $0.naturalLogarithm <= 0 })
  }

  @Test func nestedDegreesLeaveNoChoice() throws {
    let graph = AffiliationGraph(
      leftCount: 4, rightCount: 4,
      pairs: [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (1, 1), (2, 0), (2, 1), (3, 0)])
    let fit = try graph.configurationModel()
    #expect(fit.iterations == 0)
    for left in 0..<4 {
      let members = graph.neighbors(of: NodeIndex(left), on: .left).map(\.position)
      for right in 0..<4 {
        let chance = fit.value.probability(left: NodeIndex(left), right: NodeIndex(right))
        #expect(chance == (members.contains(right) ? 1 : 0))
      }
    }
  }

  @Test func contradictingConstraintsAreNamed() throws {
    let graph = AffiliationGraph(leftCount: 2, rightCount: 2, pairs: [(0, 0), (1, 1), (0, 1)])
    let present = StructuralTies.Tie(left: NodeIndex(0), right: NodeIndex(0))
    let absent = StructuralTies.Tie(left: NodeIndex(1), right: NodeIndex(0))
    let missing = StructuralTies.Tie(left: NodeIndex(7), right: NodeIndex(0))
    for ties in [
      StructuralTies(prohibited: [present]), StructuralTies(required: [absent]),
      StructuralTies(prohibited: [absent], required: [absent]), StructuralTies(required: [missing]),
    ] {
      #expect(throws: AlgorithmError.self) {
        try graph.overlapSignificance(of: .right, model: .constrainedDegreeSequence(ties))
      }
    }
  }

  @Test func aUniverseThatIsTooSmallIsRefused() throws {
    let graph = try davis()
    #expect(throws: AlgorithmError.self) {
      try graph.overlapSignificance(of: .right, model: .fixedSizes(population: 13))
    }
    #expect(throws: AlgorithmError.self) {
      try graph.overlapSignificance(of: .right, model: .fixedSizes(population: 16))
    }
  }

  @Test func repeatedTiesAreCountedOnceAndReported() {
    let graph = AffiliationGraph(
      leftCount: 2, rightCount: 2, pairs: [(1, 0), (0, 0), (1, 0), (1, 1), (1, 0)])
    #expect(graph.tieCount == 3)
    #expect(graph.duplicateCount == 2)
    #expect(Array(graph.neighbors(of: NodeIndex(1), on: .left)) == [NodeIndex(0), NodeIndex(1)])
    let topology = graph.topology()
    #expect(topology.nodeCount == 4 && topology.edgeCount == 3)
    #expect(topology.hasEdge(from: NodeIndex(1), to: NodeIndex(3)))
  }

  @Test func emptyGraphsHaveNoOverlap() throws {
    let graph = AffiliationGraph(leftCount: 0, rightCount: 3, pairs: [])
    #expect(try graph.overlaps(of: .right).isEmpty)
    #expect(try graph.robinsAlexanderClustering() == 0)
    #expect(try graph.redundancy(of: .right).values == [nil, nil, nil])
    #expect(try graph.backbone(of: .right).topology.edgeCount == 0)
    #expect(try graph.projection(onto: .left).topology.nodeCount == 0)
  }

  @Test func threadsDoNotChangeABit() throws {
    var generator = SeededGenerator(seed: 5)
    let graph = AffiliationGraph(
      leftCount: 900, rightCount: 200,
      pairs: (0..<4000).map { _ in
        (generator.below(900), generator.below(1 + generator.below(200)))
      })
    let one = try graph.projection(
      onto: .right, weighting: .newman, parallelism: Parallelism(threads: 1))
    let tails = try graph.overlapSignificance(
      of: .right, model: .degreeSequence, parallelism: Parallelism(threads: 1))
    for threads in [2, 7] {
      let parallelism = Parallelism(threads: threads)
      #expect(
        try graph.projection(onto: .right, weighting: .newman, parallelism: parallelism) == one)
      #expect(
        try graph.overlapSignificance(
          of: .right, model: .degreeSequence, parallelism: parallelism) == tails)
    }
  }
}
