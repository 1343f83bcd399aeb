internal import EcosystemModel
internal import GraphCore

/// The graph that a question of centrality is answered on, with the words that say what it is.
struct CentralityGraph: Sendable {
  /// Without loops and parallel ties.
  var topology: Topology
  /// The entity of each node.
  var nodes: [EntityReference]
  /// How strong each tie is; nothing where every tie counts one, or where lengths are chosen.
  var strengths: EdgeStrengths?
  /// How long each tie is; one over its strength where strengths are chosen.
  var costs: EdgeCosts?
  /// What the graph is, such as “two-mode graph of 129 people and 26 committees with 155 seats”.
  var description: String
  /// Rows that the graph does not show, and why.
  var leftOut: [String] = []
  /// What the ties of a node are called.
  var noun = Noun(one: "tie", many: "ties")
  /// What strengths count, such as `hours a month`.
  var strengthUnit = "ties"

  /// A word in singular and plural.
  struct Noun: Sendable {
    var one: String
    var many: String
  }

  /// The same ties without direction or repetition, for metrics that ignore it.
  var undirected: Topology {
    topology.isDirected ? topology.undirected().simplified(loops: .drop).topology : topology
  }

  /// The neighbours of a node in either direction, each once.
  func contacts(of node: Int) -> [EntityReference] {
    let index = NodeIndex(node)
    var seen: Set<NodeIndex> = []
    return (Array(topology.neighbors(of: index)) + Array(topology.predecessors(of: index)))
      .filter { seen.insert($0).inserted }.map { nodes[$0.position] }
  }

  /// Takes the strengths for the ties, and their reciprocals for lengths.
  mutating func setStrengths(_ values: EdgeStrengths) throws(InsightError) {
    do throws(AlgorithmError) {
      strengths = values
      costs = try values.costs()
    } catch {
      throw InsightError(error)
    }
  }
}
