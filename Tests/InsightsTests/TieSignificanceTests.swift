import TestSupport
import Testing

@testable import Insights

struct TieSignificanceTests {
  /// Serrano, Boguñá and Vespignani: with *k* ties a share *p* has the chance (1 − *p*)^(*k* − 1).
  @Test func disparityIsThatOfThePaper() {
    let chances = TieSignificance.ofDisparity([(0, 1, 8), (0, 2, 1), (0, 3, 1)], nodeCount: 4)
    let expected = [2 * -1.6094379124341003, 2 * -0.10536051565782628]
    #expect(firstDifference(Array(chances.prefix(2)), expected) == nil)
    #expect(TieSignificance.ofDisparity([(0, 1, 5)], nodeCount: 2) == [0])
    #expect(TieSignificance.ofDisparity([], nodeCount: 0).isEmpty)
  }

  @Test func bodiesThatShareMoreAreLessProbable() {
    // Bodies 0 and 1 share three members, 1 and 2 one; all have four.
    let seats = [
      (0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (1, 1), (1, 2), (1, 4), (2, 4), (2, 5), (2, 6),
      (2, 7),
      (3, 8), (3, 9), (3, 10), (3, 11),
    ].map { (body: $0.0, member: $0.1) }
    let found = TieSignificance.ofSharing(seats, bodyCount: 4, memberCount: 12)
    #expect(found.map { [$0.first, $0.second, $0.shared] } == [[0, 1, 3], [1, 2, 1]])
    #expect(found[0].logPValue < found[1].logPValue)
    #expect(found.allSatisfy { $0.logPValue <= 0 })
    #expect(TieSignificance.ofSharing([], bodyCount: 0, memberCount: 0).isEmpty)
  }

  @Test func levelsAreLogarithms() {
    #expect(TieSignificance.logLevel(1) == 0)
    #expect(firstDifference([TieSignificance.logLevel(0.01)], [-4.605170185988091]) == nil)
    #expect(TieSignificance.logLevel(0) == -.infinity)
  }
}
