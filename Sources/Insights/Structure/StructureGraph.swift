internal import EcosystemModel
internal import GraphCore

/// The graph of centrality with its nodes in the order of their names, so that the order of rows changes nothing.
struct StructureGraph {
  let subject: CentralityQuestion.Subject
  /// What the graph is, in words.
  let description: String
  /// Rows that it does not show, and why.
  let leftOut: [String]
  let nodes: [EntityReference]
  let names: [String]
  /// Directed where relationships are.
  let topology: Topology
  /// The same pairs, each once, whatever their direction.
  let undirected: Topology

  init(
    of chosen: CentralityQuestion.Subject?, in snapshot: Snapshot
  ) throws(InsightError) {
    subject = chosen ?? .likely(in: snapshot.ecosystem, on: .ties)
    let graph = try CentralityGraph(for: CentralityQuestion(of: subject), in: snapshot)
    guard graph.nodes.contains(where: { [subject] in $0.kind == subject.kind }) else {
      throw InsightError(
        .missingData, "There are no \(subject.rawValue) in the data.", remedy: .readingOfData)
    }
    description = graph.description
    leftOut = graph.leftOut
    let words = PartyNames(snapshot.ecosystem)
    let allNames = graph.nodes.map { words[$0] }
    let order = graph.nodes.indices.sorted { left, right in
      (allNames[left], graph.nodes[left]) < (allNames[right], graph.nodes[right])
    }
    var places = [Int](repeating: 0, count: order.count)
    for (place, node) in order.enumerated() { places[node] = place }
    nodes = order.map { graph.nodes[$0] }
    names = order.map { allNames[$0] }
    topology = Self.renumbered(graph.topology, as: places)
    undirected = Self.renumbered(graph.undirected, as: places)
  }

  /// The same graph with other numbers for its nodes, edges in ascending order.
  private static func renumbered(_ topology: Topology, as places: [Int]) -> Topology {
    let pairs = topology.edges.map { edge in
      let ends = topology.endpoints(of: edge)
      let (from, to) = (places[ends.source.position], places[ends.target.position])
      return topology.isDirected ? (from, to) : (min(from, to), max(from, to))
    }
    return Topology(
      nodeCount: places.count, direction: topology.direction, pairs: pairs.sorted(by: <))
  }

  /// Whether it links members to what they belong to, as people to committees.
  var isTwoMode: Bool { nodes.contains { $0.kind != subject.kind } }

  /// The positions of those that the question is about.
  var subjects: [Int] { nodes.indices.filter { nodes[$0].kind == subject.kind } }

  /// How many pairs could be linked.
  var possiblePairs: Int {
    let count = subjects.count
    return isTwoMode ? count * (nodes.count - count) : count * (count - 1) / 2
  }
}
