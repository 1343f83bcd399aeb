import GraphCore
import EcosystemModel
import TestSupport
import Testing

@Suite struct ChainRuleTests {
  /// People 0…n−1, each managed by the one given.
  private func people(_ managers: [Int?]) -> Ecosystem {
    .made { made in
      for (position, manager) in managers.enumerated() {
        made.addPerson("P\(position)") { $0.manager = manager.map { .init("p\($0)") } }
      }
    }
  }

  @Test func aLoopIsShownOnceFromItsFirstRow() throws {
    let found = try findings(of: "person.manager.cycle", in: people([1, 2, 3, 1, 4, nil, 5]))
    #expect(found.count == 2)
    #expect(found[0].message.contains(#""P1" → "P2" → "P3" → "P1""#))
    #expect(found[0].row == .init(.people, 1))
    #expect(found[0].severity == .error)
    #expect(found[1].message.contains(#""P4" reports to itself;"#))
  }

  @Test func treesAndUnknownParentsAreNoLoops() throws {
    #expect(try findings(of: "person.manager.cycle", in: people([nil, 0, 0, 1, 99])) == [])
  }

  @Test(arguments: UInt64(0)..<64)
  func loopsAreThoseThatFollowingEveryRowFinds(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let managers = (0..<12).map { _ in Int.random(in: -3..<12, using: &random) }
      .map { $0 < 0 ? nil : $0 }
    var inLoop: Set<Int> = []
    for start in managers.indices {
      var next = managers[start]
      for _ in managers.indices where next != nil && next != start {
        next = next.flatMap { managers[$0] }
      }
      if next == start { inLoop.insert(start) }
    }
    var loops: Set<Int> = []
    for start in inLoop {
      var members = [start]
      while let next = managers[members[members.count - 1]], next != start { members.append(next) }
      loops.insert(members.min() ?? start)
    }
    let found = try findings(of: "person.manager.cycle", in: people(managers))
    #expect(found.compactMap { $0.row?.position } == loops.sorted())
  }

  @Test func aVeryLongLoopIsCutInTheMessage() throws {
    let count = manyRows
    let found = try findings(
      of: "person.manager.cycle", in: people((0..<count).map { ($0 + 1) % count }))
    #expect(found.count == 1)
    #expect(found[0].message.contains("… (\(count - 7) more)"))
  }

  @Test func theOtherChainsAreWatchedToo() throws {
    for rule in ["company.parent.cycle", "function.parent.cycle", "committee.parent.cycle"] {
      let found = try findings(of: rule, in: .breakingEveryRule)
      #expect(found.map(\.severity) == [.error], "\(rule)")
      #expect(try findings(of: rule, in: .sample) == [])
    }
  }
}
