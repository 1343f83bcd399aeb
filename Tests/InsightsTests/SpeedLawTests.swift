import EcosystemModel
import GraphCore
import TestSupport
import Testing

@testable import Insights

/// What is computed in a quick way comes out as in the plain way.
@Suite("Quick ways")
struct SpeedLawTests {
  @Test(
    "a quantile of values in any order is that of the sorted ones",
    arguments: 0..<40 as Range<UInt64>)
  func quantiles(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let count = Int.random(in: 1...60, using: &random)
    let values = (0..<count).map { _ in Double(Int.random(in: -9...9, using: &random)) / 4 }
    for share in [0, 0.25, 0.5, 0.9, 1] {
      var mixed = values
      #expect(Spread.quantile(share, in: &mixed) == Spread.quantile(share, of: values.sorted()))
      #expect(mixed.sorted() == values.sorted())
    }
  }

  @Test(
    "a mean with values exchanged is digit by digit that of all", arguments: 0..<40 as Range<UInt64>
  )
  func means(seed: UInt64) {
    var random = SplitMix64(state: seed)
    func drawn(_ counts: ClosedRange<Int>) -> [Double] {
      (0..<Int.random(in: counts, using: &random)).map { _ in
        Double(Int.random(in: 0...30, using: &random)) / 7
      }
    }
    let values = drawn(1...40)
    let gone = Array(
      values.shuffled(using: &random).prefix(Int.random(in: 0...values.count, using: &random)))
    let new = drawn(0...5)
    var left = values
    for value in gone { if let place = left.firstIndex(of: value) { left.remove(at: place) } }
    #expect(SortedMean(values).mean(without: gone, with: new) == Spread(left + new)?.mean)
  }

  @Test(
    "what relieves the first does not depend on how many are asked for",
    arguments: 0..<12 as Range<UInt64>)
  func relief(seed: UInt64) throws {
    let snapshot = Ecosystem.random(seed: seed, scale: 60).on(nil)
    var rules = LoadQuestion.Rules()
    rules.seatCap = 1
    let all = try snapshot.answer(LoadQuestion(rules: rules, limit: nil)).people
    for limit in [1, 3, 8] {
      let some = try snapshot.answer(LoadQuestion(rules: rules, limit: limit)).people
      #expect(some == Array(all.prefix(limit)))
    }
    let bare = try LoadQuestion(rules: rules, limit: nil).answer(in: snapshot, relieving: 0)
    #expect(!bare.people.contains { !$0.relief.isEmpty })
    #expect(bare.people.map(\.person) == all.map(\.person))
    #expect(bare.people.map(\.reasons) == all.map(\.reasons))
  }
}
