import EcosystemModel
import GraphCore
import TestSupport
import Testing

@testable import Insights

/// What is kept of all pairs, against the pairs themselves.
@Suite struct OverlapSweepTests {
  private func found(
    _ ecosystem: Ecosystem, _ limit: Int?, _ universe: OverlapQuestion.Universe?
  ) throws -> OverlapFindings {
    try ecosystem.on(nil).answer(OverlapQuestion(universe: universe, limit: limit))
  }

  @Test(arguments: 0..<24 as Range<UInt64>) func aFewAreTheFirstOfAll(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    guard !ecosystem.memberships.isEmpty else { return }
    for universe in [nil, .everyone, .alliance, .eligible] as [OverlapQuestion.Universe?] {
      let all = try found(ecosystem, nil, universe)
      #expect(all.pairs.count == all.overlappingPairCount)
      #expect(all.pairs.count(where: \.isSignificant) == all.significantPairCount)
      for limit in [0, 1, 3, 20] {
        let few = try found(ecosystem, limit, universe)
        #expect(few.pairs == Array(all.pairs.prefix(limit)))
        #expect(few.bridges == Array(all.bridges.prefix(limit)))
        #expect(few.redundancies == Array(all.redundancies.prefix(limit)))
        #expect(few.mergeCandidates == Array(all.mergeCandidates.prefix(limit)))
        #expect(few.matrix == all.matrix && few.significantPairCount == all.significantPairCount)
      }
      let matrix = try #require(all.matrix)
      for cell in matrix.cells {
        let bodies = Set([matrix.bodies[cell.row], matrix.bodies[cell.column]])
        let pair = try #require(all.pairs.first { Set([$0.first, $0.second]) == bodies })
        #expect(pair.adjustedPValue.value == cell.adjustedPValue && pair.shared == cell.shared)
      }
    }
  }

  @Test(arguments: 0..<24 as Range<UInt64>) func countsAreThoseOfThePairs(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    guard !ecosystem.memberships.isEmpty else { return }
    let all = try found(ecosystem, nil, nil)
    var boards: [Committee.ID: Set<Person.ID>] = [:]
    for seat in ecosystem.memberships { boards[seat.committee, default: []].insert(seat.person) }
    var sole: [Person.ID: Int] = [:]
    var pairCount = 0
    for (place, one) in ecosystem.committees.enumerated() {
      for other in ecosystem.committees.dropFirst(place + 1) {
        let both = (boards[one.id] ?? []).intersection(boards[other.id] ?? [])
        pairCount += both.isEmpty ? 0 : 1
        if both.count == 1, let only = both.first { sole[only, default: 0] += 1 }
      }
    }
    #expect(all.overlappingPairCount == pairCount)
    for bridge in all.bridges { #expect(bridge.solePairs == sole[bridge.person] ?? 0) }
    for pair in all.pairs where all.universe == .everyone {
      let tail = try Hypergeometric(
        population: pair.population, marked: min(pair.first.size, pair.second.size),
        drawn: max(pair.first.size, pair.second.size)
      ).upperTail(from: pair.shared)
      #expect(pair.pValue == PValue(tail))
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>) func populationsAreWhoSitsInEither(seed: UInt64) throws
  {
    let ecosystem = Ecosystem.random(seed: seed)
    guard !ecosystem.memberships.isEmpty else { return }
    let snapshot = ecosystem.on(nil)
    let all = try found(ecosystem, nil, .alliance)
    for pair in all.pairs {
      let alliances = (pair.first.committees + pair.second.committees)
        .map { snapshot.alliance(of: $0) }
      guard alliances.allSatisfy({ $0 != nil }) else { continue }
      let seats = Set(alliances.compactMap { $0 }).flatMap { snapshot.committees(of: $0) }
        .flatMap { snapshot.seats(of: $0.id) }
      #expect(pair.population == Set(seats.map(\.person)).count)
    }
  }

  @Test func leadingElementsAreTheFirstOfTheSorted() {
    var random = SeededGenerator(seed: 7)
    for count in [0, 1, 5, 100, 1000] {
      let values = (0..<count).map { _ in Int.random(in: 0...50, using: &random) }
      let places = Array(values.indices)
      func precedes(_ a: Int, _ b: Int) -> Bool { (values[a], a) < (values[b], b) }
      for limit in [nil, 0, 1, 2, 7, 99, 2000] as [Int?] {
        #expect(
          places.leading(limit, by: precedes)
            == Array(places.sorted(by: precedes).prefix(limit ?? .max)))
      }
    }
  }
}
