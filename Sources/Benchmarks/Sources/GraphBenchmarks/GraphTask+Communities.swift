import GraphCore

extension GraphTask {
  /// Brokerage, communities and overlap.
  static func communities(of graph: LoadedGraph) -> [GraphTask] {
    []
  }
}
