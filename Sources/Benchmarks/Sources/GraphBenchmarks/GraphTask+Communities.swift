import GraphCore

extension GraphTask {
  /// Brokerage, communities and, of affiliations, overlap.
  static func communities(of graph: LoadedGraph) -> [GraphTask] {
    let topology = graph.topology
    return [
      score("constraint", of: graph) { topology, parallelism in
        let values = try topology.burtConstraint(parallelism: parallelism).values
        return (values.map { $0.isNaN ? 0 : $0 }, "")
      },
      GraphTask(name: "louvain") { parallelism in
        quality(of: try topology.louvain(parallelism: parallelism), in: topology)
      },
      GraphTask(name: "leiden") { parallelism in
        quality(of: try topology.leiden(parallelism: parallelism), in: topology)
      },
    ]
  }

  private static func quality(of found: Communities, in topology: Topology) -> Outcome {
    Outcome {
      Checksum([
        "modularity": topology.modularity(of: found.partition),
        "communities": Double(found.partition.groupCount),
      ])
    }
  }

  /// All pairs of committees that share a person.
  static func overlap(of graph: LoadedGraph) -> GraphTask {
    // People and committees, told apart by the first letter of their names.
    var places = [Int32](repeating: 0, count: graph.names.count)
    var (people, committees): (Int32, [String]) = (0, [])
    for (node, name) in graph.names.enumerated() {
      if name.hasPrefix("c") {
        places[node] = Int32(committees.count)
        committees.append(name)
      } else {
        places[node] = people
        people += 1
      }
    }
    let ends = graph.topology.edges.map { graph.topology.endpoints(of: $0) }
    let memberships = AffiliationGraph(
      leftCount: Int(people), rightCount: committees.count,
      lefts: ends.map { places[$0.source.position] },
      rights: ends.map { places[$0.target.position] })
    return GraphTask(name: "overlap") { parallelism in
      let found = try memberships.overlaps(of: .right, parallelism: parallelism)
      return Outcome {
        let hash = { (node: NodeIndex) in
          Checksum.hash(Int(committees[node.position].dropFirst()) ?? 0)
        }
        var numbers = ["pairs": Double(found.count), "shared": 0, "jaccard": 0, "dot": 0]
        for pair in found {
          numbers["shared", default: 0] += Double(pair.shared)
          numbers["jaccard", default: 0] += pair.jaccard
          numbers["dot", default: 0] += Double(pair.shared) * hash(pair.first) * hash(pair.second)
        }
        return Checksum(numbers)
      }
    }
  }
}
