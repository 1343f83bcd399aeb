import GraphCore

/// What is compared with the results of other libraries.
struct Checksum {
  var numbers: [String: Double] = [:]
  var top: [(id: String, score: Double)] = []

  var json: String {
    var fields = numbers.sorted { $0.key < $1.key }
      .map { Record.quoted($0.key) + ": \($0.value)" }
    if !top.isEmpty {
      let list = top.map { "[" + Record.quoted($0.id) + ", \($0.score)]" }
      fields.append("\"top\": [" + list.joined(separator: ", ") + "]")
    }
    return "{" + fields.joined(separator: ", ") + "}"
  }

  /// A number in `0..<1` that follows from an id.
  static func hash(_ id: Int) -> Double {
    Double(UInt32(truncatingIfNeeded: id &* 2_654_435_761)) / 4_294_967_296
  }

  init(_ numbers: [String: Double]) {
    self.numbers = numbers
  }

  /// The fields of a score for each node.
  init(scores: [Double], of graph: LoadedGraph) {
    let ids = graph.ids
    var (sum, squares, dot) = (0.0, 0.0, 0.0)
    for (node, score) in scores.enumerated() {
      sum += score
      squares += score * score
      dot += score * Self.hash(ids[node])
    }
    numbers = ["sum": sum, "sumsq": squares, "dot": dot]
    let best = scores.indices.sorted { (-scores[$0], ids[$0]) < (-scores[$1], ids[$1]) }
    top = best.prefix(5).map { (graph.names[$0], scores[$0]) }
  }

  /// The fields of a partition.
  init(_ components: Components) {
    let sizes = components.sizes.map { Double($0) }
    numbers = [
      "count": Double(components.count), "largest": sizes.max() ?? 0,
      "sumsq": sizes.reduce(0) { $0 + $1 * $1 },
    ]
  }
}
