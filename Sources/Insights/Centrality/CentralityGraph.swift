internal import EcosystemModel
internal import GraphCore

/// The graph that a question of centrality is answered on, with the words that say what it is.
struct CentralityGraph: Sendable {
  /// Without loops and parallel links; in a directed one, links without a direction lead both ways.
  var topology: Topology
  /// The entity of each node.
  var nodes: [EntityReference]
  /// How strong each link is; `nil` where every link counts one, or where lengths are chosen.
  var strengths: EdgeStrengths?
  /// How long each link is: one over its strength where strengths are chosen; `nil` where every link is one step.
  var costs: EdgeCosts?
  /// The rows behind the links where a row is not the same as a link: their ends and weights.
  var rows: [(from: Int, to: Int, weight: Double)]?
  /// What the graph is, such as “two-mode graph of 129 people and 26 committees with 155 seats”.
  var description: String
  /// Rows that the graph does not show, and why.
  var leftOut: [String] = []
  /// How many rows lead one way, and how many both; `nil` where no row can say so.
  var directions: CentralityFindings.Directions?
  /// What those at the other end of links are called.
  var noun = Self.others
  /// What weights count, such as `hours a month`.
  var strengthUnit = "rows"
  /// In what lengths are measured; `nil` for steps.
  var lengthUnit: String?

  static let others = Noun(one: "other", many: "others")

  /// A word in singular and plural.
  struct Noun: Sendable {
    var one: String
    var many: String
  }

  /// The same links without direction or repetition, for metrics that ignore it.
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

  /// Takes the strengths for the links, and their reciprocals for lengths.
  mutating func setStrengths(_ values: EdgeStrengths) throws(InsightError) {
    do throws(AlgorithmError) {
      strengths = values
      costs = try values.costs()
    } catch {
      throw InsightError(error)
    }
  }
}

// What metrics and their words ask of a graph.
extension CentralityGraph {
  /// How many others each node reaches, and from how many it is reached.
  struct Reach: Sendable {
    let onward: [Int]
    let inward: [Int]
    /// The ordered pairs of different nodes that a path joins.
    let pairCount: Int

    /// The same pairs without those that begin or end at a node.
    func pairCount(without node: Int) -> Int { pairCount - onward[node] - inward[node] }
  }

  func reach() throws(AlgorithmError) -> Reach {
    let onward = try topology.reachableCounts().values.map { $0 - 1 }
    let inward =
      topology.isDirected
      ? try topology.reversed().reachableCounts().values.map { $0 - 1 } : onward
    return Reach(onward: onward, inward: inward, pairCount: onward.reduce(0, +))
  }

  /// The sum of the weights of each node's links; a row counts once at either end.
  func strengthSums() -> [Double] {
    guard let rows else {
      return strengths.map { topology.strength($0).values } ?? []
    }
    var sums = [Double](repeating: 0, count: topology.nodeCount)
    for row in rows {
      sums[row.from] += row.weight
      sums[row.to] += row.weight
    }
    return sums
  }

  /// A sum of weights in words.
  func strengthText(_ sum: String) -> String {
    strengthUnit == "weight" ? "weights add up to \(sum)" : "\(sum) \(strengthUnit) in all"
  }

  /// A mean distance in words.
  func meanText(_ mean: Double) -> String {
    guard let lengthUnit else {
      return Phrase.count(NumberText.short(mean, limit: 1), "step") + " on average"
    }
    let length = NumberText.short(mean, limit: mean < 1 ? 3 : 1)
    return lengthUnit == "hours"
      ? Phrase.count(length, "hour") + " on average"
      : "\(length) on average, each link \(lengthUnit) long"
  }

  /// The last argument of a call of networkx where weights count.
  var weightArgument: String { strengths == nil ? "" : ", weight=\"weight\"" }
}

extension CentralityGraph.Noun {
  /// `1 seat`, `2 seats`.
  func count(_ number: Int) -> String { Phrase.count(number, one, many) }
}
