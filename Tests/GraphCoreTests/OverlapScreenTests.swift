import TestSupport
import Testing

@testable import GraphCore

/// What passes over most pairs quickly, against the full tables that it stands for.
@Suite struct OverlapScreenTests {
  private func graph(_ seed: UInt64) -> AffiliationGraph {
    var random = SeededGenerator(seed: seed)
    let (left, right) = (
      Int.random(in: 3...60, using: &random), Int.random(in: 3...25, using: &random)
    )
    let count = Int.random(in: 1...(left * right / 2), using: &random)
    let pairs = (0..<count).map { _ in
      // Uneven, so that sizes differ.
      (
        Int.random(in: 0..<left, using: &random) * Int.random(in: 1...4, using: &random) % left,
        Int.random(in: 0..<Int.random(in: 1...right, using: &random), using: &random)
      )
    }
    return AffiliationGraph(leftCount: left, rightCount: right, pairs: pairs)
  }

  @Test(arguments: 0..<64 as Range<UInt64>) func walksMeetAllPairs(seed: UInt64) throws {
    let graph = graph(seed)
    for side in AffiliationGraph.Side.allCases {
      let walk = OverlapWalk(graph, of: side)
      var met: [Overlap] = []
      for node in 0..<graph.nodeCount(side) {
        func size(_ node: Int) -> Int { graph.degree(of: NodeIndex(node), on: side) }
        var all = 0
        try walk.visitPartners(of: node, after: false) { all += $0.node < node ? 0 : 1 }
        try walk.visitPartners(of: node, after: true) { partner in
          all -= 1
          let neighbors = graph.neighbors(of: NodeIndex(node), on: side)
          let common = Set(neighbors).intersection(
            graph.neighbors(of: NodeIndex(partner.node), on: side))
          #expect(common.contains(NodeIndex(partner.last)))
          met.append(
            Overlap(
              first: NodeIndex(node), second: NodeIndex(partner.node), shared: partner.shared,
              firstSize: size(node), secondSize: size(partner.node)))
        }
        #expect(all == 0)
      }
      #expect(met == Array(try graph.overlaps(of: side)))
    }
  }

  @Test(arguments: 0..<64 as Range<UInt64>) func boundsStayBelowTails(seed: UInt64) throws {
    let graph = graph(seed)
    let everyone = graph.nodeCount(.left)
    let sizes = try graph.overlapSignificance(of: .right, model: .fixedSizes(population: nil))
    let bound = HypergeometricBound(population: everyone)
    for (pair, tail) in zip(sizes.overlaps, sizes.probabilities) {
      let least = bound.logTail(
        population: everyone, marked: pair.firstSize, drawn: pair.secondSize, from: pair.shared)
      #expect(least <= tail.naturalLogarithm)
      func isAbove(_ limit: Double) -> Bool {
        bound.isTail(
          population: everyone, marked: pair.firstSize, drawn: pair.secondSize, from: pair.shared,
          above: limit)
      }
      #expect(!isAbove(tail.naturalLogarithm))
      #expect(isAbove(tail.naturalLogarithm - 1e-3) == (least > -.infinity))
    }
    guard let degrees = try? graph.overlapSignificance(of: .right, model: .degreeSequence) else {
      return
    }
    let tails = try DegreeOverlapTails(graph)
    for ceiling in [1, 0.3, 0.01, 1e-5].map({ LogProbability($0) }) {
      let cases = degrees.overlaps.map {
        tails.testCase($0.first.position, $0.second.position, shared: $0.shared)
      }
      let known = try tails.tails(of: Set(cases.map(\.key)).sorted(), below: ceiling)
      for (testCase, tail) in zip(cases, degrees.probabilities) {
        #expect(tails.tail(testCase) == tail)
        #expect(known[testCase.key] == tail || (known[testCase.key] == nil && tail > ceiling))
      }
    }
  }

  @Test(arguments: 0..<64 as Range<UInt64>) func stepsCorrectAsTheWholeTable(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...200, using: &random)
    let extra = [0, 1, 50, 5000].randomElement(using: &random) ?? 0
    let pool = (0..<Int.random(in: 1...count, using: &random)).map { _ in
      LogProbability(naturalLogarithm: -Double.random(in: 0...20, using: &random))
    }
    let all = (0..<count).map { _ in pool.randomElement(using: &random) ?? .certain }
    let plain = MultipleTesting.holm.corrected(all, testCount: count + extra)
    let ceiling = HolmSteps.ceiling(testCount: count + extra, resultCount: count)
    let low = all.filter { $0 <= ceiling }
    let steps = HolmSteps(low.map { ($0, 1) }, testCount: count + extra)
    for (probability, corrected) in zip(all, plain) {
      #expect(abs(steps.corrected(probability).value - corrected.value) <= 1e-12)
    }
  }
}
