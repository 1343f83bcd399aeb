import EcosystemModel
import GraphCore
import TestSupport
import Testing

@testable import Insights

@Suite("Loops of handoffs")
struct HandoffLoopTests {
  private func network(_ seed: UInt64, nodes: Int, rows: Int) -> (Ecosystem, [[Bool]]) {
    var generator = SeededGenerator(seed: seed)
    var made = Ecosystem()
    let company = made.addCompany("One")
    let functions = (0..<nodes).map { made.addFunction("f\($0)", of: company) }
    var isLinked = [[Bool]](repeating: [Bool](repeating: false, count: nodes), count: nodes)
    for _ in 0..<rows {
      let (from, to) = (generator.below(nodes), generator.below(nodes))
      guard from != to else { continue }
      isLinked[from][to] = true
      made.addHandoff(from: .function(functions[from]), to: .function(functions[to]))
    }
    return (made, isLinked)
  }

  /// The length of the shortest closed way of three parties or more through a link, by trying all.
  private func shortestRound(through from: Int, _ to: Int, _ isLinked: [[Bool]]) -> Int? {
    var best: Int?
    func follow(_ way: [Int]) {
      guard let last = way.last, way.count < best ?? .max else { return }
      for next in isLinked.indices where isLinked[last][next] {
        if next == from, way.count > 2 { best = min(best ?? .max, way.count) }
        if !way.contains(next) { follow(way + [next]) }
      }
    }
    follow([from, to])
    return best
  }

  @Test(
    "each way round is closed, loopless and in the data; the shortest are as short as can be",
    arguments: UInt64(0)..<40)
  func ways(seed: UInt64) {
    let (ecosystem, isLinked) = network(seed, nodes: 6, rows: 9 + Int(seed % 8))
    func position(_ reference: EntityReference) -> Int {
      Int(reference.rawID.drop { !$0.isNumber }) ?? -1
    }
    let loops = HandoffNetwork(ecosystem).loops(limit: 1000)
    var found: [Int] = []
    for loop in loops {
      #expect(loop.members.count > 2)
      for way in loop.ways {
        let places = way.map(position)
        #expect(places.first == places.last && places.count > 3)
        #expect(Set(places.dropLast()).count == places.count - 1, "A party comes twice.")
        for (one, next) in zip(places, places.dropFirst()) { #expect(isLinked[one][next]) }
        #expect(Set(way).isSubset(of: loop.members))
        found.append(places.count - 1)
      }
      #expect(Set(loop.ways).count == loop.ways.count, "A way is named twice.")
      #expect(loop.ways.map(\.count) == loop.ways.map(\.count).sorted())
    }
    var rounds: [Int] = []
    for from in isLinked.indices {
      for to in isLinked.indices where isLinked[from][to] {
        if let length = shortestRound(through: from, to, isLinked) { rounds.append(length) }
      }
    }
    #expect(found.min() == rounds.min() && found.max() == rounds.max(), "\(found) \(rounds)")
    #expect(found.isEmpty == rounds.isEmpty)
  }

  @Test("a limit keeps the shortest", arguments: UInt64(0)..<10)
  func limit(seed: UInt64) {
    let network = HandoffNetwork(network(seed, nodes: 12, rows: 60).0)
    let all = network.loops(limit: 100_000).map { $0.ways.map(\.count) }
    for limit in [1, 2, 5] {
      #expect(
        network.loops(limit: limit).map { $0.ways.map(\.count) }
          == all.map { Array($0.prefix(limit)) })
    }
  }
}
