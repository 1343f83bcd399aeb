import EcosystemModel

extension NetworkFormat {
  /// UCINET's DL: names and weights alone.
  package static let dl = NetworkFormat(
    "dl", "UCINET DL", for: "UCINET", endings: ["dl"], reading: .text(DLFormat.graph),
    write: { graph in
      let (text, losses) = DLFormat.text(of: graph)
      return .text(text, losses: graph.valueLosses(ofNodes: [], ofEdges: ["weight"]) + losses)
    })
}

/// UCINET's DL: names and weights, of one mode or two, as lists of ties or matrices.
enum DLFormat {
  /// The text as an edge list with embedded labels, and what it cannot hold.
  static func text(of graph: ExchangeGraph) -> (text: String, losses: [String]) {
    // Labels are read without regard to case.
    let labels = graph.distinctLabels(ExchangeGraph.inQuotes)
    var lines = [
      "dl n=\(graph.nodes.count) format=edgelist1", "labels:",
    ]
    lines += graph.nodes.map { "\"\(labels[$0.id] ?? $0.id)\"" }
    lines.append("data:")
    let numbers = Dictionary(
      graph.nodes.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    var lost = 0
    for edge in graph.edges {
      guard let source = numbers[edge.source], let target = numbers[edge.target] else {
        lost += 1
        continue
      }
      let weight = edge.fields["weight"]
      let strength = NumberText.number(in: weight.cellText) == nil ? "1" : weight.cellText
      lines.append("\(source) \(target) \(strength)")
      if !edge.isDirected, source != target {
        lines.append("\(target) \(source) \(strength)")
      }
    }
    var losses: [String] = []
    if lost > 0 { losses.append("\(lost) links whose ends are no nodes") }
    let undirected = graph.edges.count { !$0.isDirected }
    if undirected > 0 {
      losses.append(
        "that \(undirected) links are undirected: they stand there in both directions, which is read as one again"
      )
    }
    let weightless = graph.edges.count { $0.fields["weight"] == .none }
    if weightless > 0 {
      losses.append("that \(weightless) links have no weight: they get the strength 1")
    }
    return ((lines + [""]).joined(separator: "\n"), losses)
  }

  static func graph(in bytes: [UInt8]) throws(DocumentError) -> ExchangeGraph {
    var header = try DLHeader(bytes)
    var cells = DLCells(header)
    return try header.format.isMatrix ? cells.matrices(&header) : cells.lists(&header)
  }
}
