import GraphCore

extension GraphTask {
  /// Searches between the query nodes.
  static func paths(in graph: LoadedGraph, options: Options, name: String) -> [GraphTask] {
    let pairs = queryPairs(options.path(name + ".pairs.csv"), in: graph)
    var sources: [NodeIndex] = []
    for pair in pairs where sources.count < 4 && !sources.contains(pair.0) {
      sources.append(pair.0)
    }
    if pairs.isEmpty { sources = graph.firstSources(4) }
    return [
      GraphTask(name: "sssp") { [sources] parallelism in
        let trees = try graph.topology.shortestPaths(
          from: sources, costs: graph.costs, parallelism: parallelism)
        return Outcome {
          let ids = graph.ids
          var numbers = ["reached": 0.0, "sum": 0, "dot": 0]
          for tree in trees {
            for (node, distance) in tree.distances.values.enumerated() where distance.isFinite {
              numbers["reached", default: 0] += 1
              numbers["sum", default: 0] += distance
              numbers["dot", default: 0] += distance * Checksum.hash(ids[node])
            }
          }
          return Checksum(numbers)
        }
      },
      GraphTask(name: "ksp") { parallelism in
        let found = try graph.topology.shortestPaths(
          10, between: pairs, costs: graph.costs, parallelism: parallelism)
        return Outcome {
          Checksum([
            "paths": Double(found.reduce(0) { $0 + $1.count }),
            "sum": found.joined().reduce(0) { $0 + $1.cost },
            "shortest": found.reduce(0) { $0 + ($1.first?.cost ?? 0) },
            "longest": found.reduce(0) { $0 + ($1.last?.cost ?? 0) },
          ])
        }
      },
    ]
  }

  private static func queryPairs(
    _ path: String, in graph: LoadedGraph
  ) -> [(NodeIndex, NodeIndex)] {
    guard let text = Files.text(of: path) else { return [] }
    var nodes: [Substring: NodeIndex] = [:]
    for (node, name) in graph.names.enumerated() { nodes[name[...]] = NodeIndex(node) }
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let ends = line.split(separator: ",").compactMap { nodes[$0] }
      return ends.count == 2 ? (ends[0], ends[1]) : nil
    }
  }
}
