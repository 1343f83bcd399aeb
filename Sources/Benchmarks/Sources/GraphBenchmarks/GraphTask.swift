import GraphCore

/// A task that is timed, and how its result is checked.
struct GraphTask {
  struct Outcome {
    var note = ""
    /// Computed outside the time.
    var checksum: () throws -> Checksum
  }

  let name: String
  let run: (Parallelism) throws -> Outcome

  /// All tasks on one graph.
  static func all(on graph: LoadedGraph, options: Options, name: String) throws -> [GraphTask] {
    if name.hasPrefix("affiliation") { return [overlap(of: graph)] }
    return scores(of: graph) + structure(of: graph)
      + paths(in: graph, options: options, name: name)
      + communities(of: graph)
  }

  /// A task with a score for each node.
  static func score(
    _ name: String, of graph: LoadedGraph,
    _ compute: @escaping (Topology, Parallelism) throws -> (values: [Double], note: String)
  ) -> GraphTask {
    GraphTask(name: name) { parallelism in
      let result = try compute(graph.topology, parallelism)
      return Outcome(note: result.note) { Checksum(scores: result.values, of: graph) }
    }
  }

  private static func scores(of graph: LoadedGraph) -> [GraphTask] {
    let sources = graph.firstSources(16)
    return [
      GraphTask(name: "degree") { _ in
        let found = graph.topology.degrees()
        return Outcome { Checksum(scores: found.values.map { Double($0) }, of: graph) }
      },
      score("strength", of: graph) { topology, _ in
        (topology.strength(graph.strengths).values, "")
      },
      GraphTask(name: "coreness") { _ in
        let found = graph.topology.coreNumbers()
        return Outcome { Checksum(scores: found.values.map { Double($0) }, of: graph) }
      },
      score("pagerank", of: graph) { topology, parallelism in
        let result = try topology.pageRank(parallelism: parallelism)
        return (
          result.value.values, "\(result.iterations) iterations, L1 residual \(result.residual)"
        )
      },
      score("eigenvector", of: graph) { topology, parallelism in
        let result = try topology.eigenvectorCentrality(parallelism: parallelism)
        return (result.value.values, "\(result.iterations) iterations, residual \(result.residual)")
      },
      score("harmonic", of: graph) { topology, parallelism in
        (try topology.harmonicCloseness(parallelism: parallelism).values, "")
      },
      score("betweenness", of: graph) { topology, parallelism in
        (try topology.betweenness(scale: .pairs, parallelism: parallelism).values, "")
      },
      score("betweenness-weighted", of: graph) { topology, parallelism in
        let costs = graph.costs
        return (
          try topology.betweenness(costs: costs, scale: .pairs, parallelism: parallelism).values, ""
        )
      },
      kadabra(of: graph),
      score("betweenness-16", of: graph) { topology, parallelism in
        (
          try topology.betweenness(
            sources: sources, scale: .orderedPairs, parallelism: parallelism
          ).values, ""
        )
      },
    ]
  }

  /// Sampled betweenness; where exact scores are soon found, with the error made.
  private static func kadabra(of graph: LoadedGraph) -> GraphTask {
    GraphTask(name: "betweenness-kadabra") { parallelism in
      let found = try graph.topology.approximateBetweenness(
        error: 0.01, failureProbability: 0.1, seed: 1, scale: .pairs, parallelism: parallelism)
      let note = "err 0.01, delta 0.1, \(found.sampleCount) samples"
      return Outcome(note: note) {
        var checksum = Checksum(scores: found.values.values, of: graph)
        guard graph.topology.nodeCount <= 20_000 else { return checksum }
        let exact = try graph.topology.betweenness(scale: .pairs)
        let count = Double(graph.topology.nodeCount)
        let pairs = count * (count - 1) / (graph.topology.isDirected ? 1 : 2)
        let errors = graph.topology.nodes.map { abs(found.values[$0] - exact[$0]) / pairs }
        let hits = Set(exact.ranked(limit: 10)).intersection(found.values.ranked(limit: 10))
        checksum.numbers["max_error"] = errors.max() ?? 0
        checksum.numbers["top10_hits"] = Double(hits.count)
        return checksum
      }
    }
  }

  private static func structure(of graph: LoadedGraph) -> [GraphTask] {
    let topology = graph.topology
    let hash = { (node: NodeIndex) in Checksum.hash(graph.id(of: node)) }
    return [
      GraphTask(name: "components") { _ in
        let found = topology.connectedComponents()
        return Outcome { Checksum(found) }
      },
      GraphTask(name: "scc") { _ in
        let found = topology.stronglyConnectedComponents()
        return Outcome { Checksum(found) }
      },
      GraphTask(name: "articulation") { _ in
        let found = topology.articulationPoints()
        return Outcome {
          Checksum(["count": Double(found.count), "dot": found.reduce(0) { $0 + hash($1) }])
        }
      },
      GraphTask(name: "bridges") { _ in
        let found = topology.bridges()
        return Outcome {
          let dot = found.reduce(0.0) { sum, edge in
            let (source, target) = topology.endpoints(of: edge)
            return sum + hash(source) * hash(target)
          }
          return Checksum(["count": Double(found.count), "dot": dot])
        }
      },
    ]
  }
}
