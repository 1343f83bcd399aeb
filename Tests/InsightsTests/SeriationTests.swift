import GraphCore
import Testing

@testable import Insights

@Suite("Order by similarity")
struct SeriationTests {
  @Test("every thing stands in the order once", arguments: UInt64(0)..<20)
  func permutation(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = generator.below(12)
    var similarity = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for row in 0..<count {
      for column in 0..<row {
        similarity[row][column] = Double(generator.below(5)) / 4
        similarity[column][row] = similarity[row][column]
      }
    }
    #expect(Seriation.order(bySimilarity: similarity).sorted() == Array(0..<count))
  }

  @Test(
    "groups that have nothing in common stay together, however they were shuffled",
    arguments: UInt64(0)..<20)
  func blocks(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let groups = (0..<12).map { _ in generator.below(4) }
    let similarity = groups.map { one in groups.map { $0 == one ? 0.8 : 0.0 } }
    let order = Seriation.order(bySimilarity: similarity).map { groups[$0] }
    let changes = zip(order, order.dropFirst()).count { $0 != $1 }
    #expect(changes == Set(groups).count - 1, "\(order)")
  }

  @Test("a chain comes out as a chain, in one of its directions")
  func chain() {
    let places = [3, 0, 4, 1, 2]
    let similarity = places.map { one in places.map { 1 / (1 + Double(abs(one - $0))) } }
    let order = Seriation.order(bySimilarity: similarity).map { places[$0] }
    #expect(order == [0, 1, 2, 3, 4] || order == [4, 3, 2, 1, 0])
  }
}
