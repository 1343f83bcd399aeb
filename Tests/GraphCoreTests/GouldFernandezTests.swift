import TestSupport
import Testing

@testable import GraphCore

@Suite("Gould–Fernandez brokerage", .timeLimit(.minutes(60)))
struct GouldFernandezTests {
  @Test func aRingOfCompaniesHasOneRoleForEach() throws {
    // a1 → a2 → b1 → b2 → c1 → a1
    let graph = Topology.cycle(5, direction: .directed)
    let roles = try graph.brokerageRoles(by: Partition(labels: ["a", "a", "b", "b", "c"]))
    #expect(roles.gatekeeper.values == [1, 0, 1, 0, 0])
    #expect(roles.representative.values == [0, 1, 0, 1, 0])
    #expect(roles.liaison.values == [0, 0, 0, 0, 1])
    #expect(roles.coordinator.values == [0, 0, 0, 0, 0])
    #expect(roles.consultant.values == [0, 0, 0, 0, 0])
    #expect(roles.total.values == [1, 1, 1, 1, 1])
  }

  @Test(
    arguments: 0..<96 as Range<UInt64>, [Topology.Direction.directed, .undirected])
  func rolesEqualACountOfAllTriples(seed: UInt64, direction: Topology.Direction) throws {
    let graph = randomMultigraph(seed, direction: direction)
    var generator = SeededGenerator(seed: seed, stream: 3)
    let groups = (0..<graph.nodeCount).map { _ in generator.below(3) }
    for credit in BrokerageCredit.allCases {
      let roles = try graph.brokerageRoles(by: Partition(labels: groups), credit: credit)
      var expected = [[Double]](
        repeating: [Double](repeating: 0, count: graph.nodeCount), count: 5)
      for source in graph.nodes {
        for target in graph.nodes
        where source != target && !graph.hasEdge(from: source, to: target) {
          let brokers = graph.nodes.filter {
            $0 != source && $0 != target && graph.hasEdge(from: source, to: $0)
              && graph.hasEdge(from: $0, to: target)
          }
          for broker in brokers {
            let (a, v, b) = (
              groups[source.position], groups[broker.position], groups[target.position]
            )
            let role =
              a == v && v == b ? 0 : a == b ? 1 : v == b ? 2 : a == v ? 3 : 4
            expected[role][broker.position] += credit == .whole ? 1 : 1 / Double(brokers.count)
          }
        }
      }
      let columns = [
        roles.coordinator, roles.consultant, roles.gatekeeper, roles.representative, roles.liaison,
      ]
      for (column, reference) in zip(columns, expected) {
        #expect(zip(column.values, reference).allSatisfy { isClose($0, $1) }, "\(credit)")
      }
    }
  }

  @Test func longRowsAreSearchedAndNotScanned() throws {
    // The hub has 40 successors, node 41 only one of them: closed triples are found by lookup.
    let pairs = (1...40).map { (0, $0) } + [(0, 41), (41, 7), (41, 42)]
    let graph = Topology(nodeCount: 43, direction: .directed, pairs: pairs)
    let roles = try graph.brokerageRoles(by: .singletons(count: 43))
    #expect(roles.liaison.values[41] == 1)
    #expect(roles.total.values.reduce(0, +) == 1)
  }

  @Test func threadsDoNotChangeABit() throws {
    let graph = Topology.barabasiAlbert(nodeCount: 1000, attachments: 3, seed: 4)
    let partition = Partition(labels: (0..<1000).map { $0 % 7 })
    for credit in BrokerageCredit.allCases {
      let one = try graph.brokerageRoles(
        by: partition, credit: credit, parallelism: Parallelism(threads: 1))
      for threads in [2, 7] {
        let other = try graph.brokerageRoles(
          by: partition, credit: credit, parallelism: Parallelism(threads: threads))
        #expect(other == one)
      }
    }
  }
}
