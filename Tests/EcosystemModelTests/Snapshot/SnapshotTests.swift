import EcosystemModel
import Foundation
import TestSupport
import Testing

@Suite struct SnapshotTests {
  @Test(arguments: UInt64(0)..<8) func jsonComesBack(seed: UInt64) throws {
    for day in HierarchyTests.days {
      let snapshot = Ecosystem.random(seed: seed).on(day)
      let data = try JSONEncoder().encode(snapshot)
      let read = try JSONDecoder().decode(Snapshot.self, from: data)
      #expect(read == snapshot && read.hashValue == snapshot.hashValue)
      #expect(read.ecosystem == snapshot.ecosystem && read.hierarchy == snapshot.hierarchy)
    }
  }

  @Test func theDayMakesTheDifference() {
    let whole = Ecosystem.sample
    let before = whole.on(.on("2019-06-01"))
    #expect(before.whole == whole && before.date == .on("2019-06-01"))
    #expect(before.ecosystem.committees.count == 3)
    #expect(before != whole.on(nil) && before == whole.on(.on("2019-06-01")))
    #expect(whole.on(nil).ecosystem == whole)
  }
}
