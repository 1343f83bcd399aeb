/// Which tasks are measured on which graphs.
enum Plan {
  static let ecosystem = [
    "load", "degree", "strength", "pagerank", "eigenvector", "components", "coreness",
    "articulation", "bridges", "louvain", "leiden", "constraint", "sssp", "harmonic",
    "betweenness", "betweenness-weighted",
  ]
  static let large = [
    "load", "degree", "strength", "pagerank", "eigenvector", "components", "coreness",
    "articulation", "bridges", "louvain", "leiden", "constraint", "sssp", "betweenness-16",
    "betweenness-kadabra",
  ]
  static let rmat = [
    "load", "degree", "pagerank", "components", "scc", "sssp", "betweenness-16",
  ]
  static let handoff = ["load", "sssp", "scc", "ksp", "betweenness-weighted"]

  static let quick: [(graph: String, tasks: [String])] = [
    ("ecosystem-S", ecosystem),
    ("ecosystem-M", ecosystem.filter { $0 != "betweenness-weighted" }),
    ("affiliation-S", ["overlap"]),
    ("affiliation-M", ["overlap"]),
    ("handoff-S", handoff.filter { $0 != "betweenness-weighted" }),
  ]

  static let full: [(graph: String, tasks: [String])] = [
    ("ecosystem-S", ecosystem),
    ("ecosystem-M", ecosystem + ["betweenness-kadabra"]),
    ("ecosystem-L", ecosystem + ["betweenness-16", "betweenness-kadabra"]),
    ("ecosystem-XL", large),
    ("rmat-16", rmat),
    ("rmat-18", rmat),
    ("rmat-20", rmat),
    ("affiliation-S", ["overlap"]),
    ("affiliation-M", ["overlap"]),
    ("affiliation-L", ["overlap"]),
    ("handoff-S", handoff),
    ("handoff-M", handoff),
    ("handoff-L", handoff.filter { $0 != "betweenness-weighted" }),
  ]

  /// Tasks that one thread does.
  static let sequential: Set = [
    "degree", "strength", "coreness", "components", "scc", "articulation", "bridges",
  ]

  static func tasks(of graph: String, isQuick: Bool) -> [String] {
    if let planned = (isQuick ? quick : full).first(where: { $0.graph == graph }) {
      return planned.tasks
    }
    return full.flatMap(\.tasks).reduce(into: []) { tasks, task in
      if !tasks.contains(task) { tasks.append(task) }
    }
  }
}
