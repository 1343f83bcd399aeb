import EcosystemModel
import TestSupport
import Testing

@testable import Insights

@Suite("Who sits on exactly which bodies")
struct OverlapCombinationsTests {
  @Test(
    "everyone is in one combination, and the combinations give each body its members",
    arguments: UInt64(0)..<12)
  func partition(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed, scale: 24 + Int(seed) * 8)
    guard !ecosystem.memberships.isEmpty else { return }
    let sets = try ecosystem.on(nil).answer(OverlapQuestion(limit: nil)).combinations
    let keys = sets.combinations.map(\.bodies)
    #expect(Set(keys).count == keys.count)
    #expect(keys.allSatisfy { !$0.isEmpty && $0 == $0.sorted() && Set($0).count == $0.count })
    #expect(sets.combinations.map(\.count) == sets.combinations.map(\.count).sorted(by: >))
    guard sets.combinationCount == sets.combinations.count else { return }
    #expect(sets.combinations.reduce(0) { $0 + $1.count } == sets.peopleCount)
    let several = sets.combinations.filter { $0.bodies.count > 1 }
    #expect(several.reduce(0) { $0 + $1.count } == sets.severalCount)
    for (position, body) in sets.bodies.enumerated() {
      let members = sets.combinations.filter { $0.bodies.contains(position) }
      #expect(members.reduce(0) { $0 + $1.count } == body.size, "\(body.name)")
    }
  }

  @Test("of two bodies the combination of both has the people on both")
  func pair() throws {
    let found = try Ecosystem.sample.on(nil).answer(
      OverlapQuestion(
        Ecosystem.sample.committees[0].id.rawValue, Ecosystem.sample.committees[1].id.rawValue))
    let both = found.combinations.combinations.first { $0.bodies.count == 2 }
    let pair = try #require(found.pair)
    #expect(both?.count ?? 0 == pair.shared)
    #expect(Set(both?.people ?? []) == Set(pair.sharers.map(\.name)))
    #expect(found.combinations.peopleCount == pair.either)
  }
}
