import EcosystemModel

extension NetworkFormat {
  /// Pajek's networks and projects: names and weights alone.
  package static let pajek = NetworkFormat(
    "pajek", "Pajek", for: "Pajek, networkx, igraph", endings: ["net", "paj"],
    reading: .text(PajekReader.graph),
    write: { graph in
      let (text, losses) = PajekWriter.text(of: graph)
      return .text(text, losses: graph.valueLosses(ofNodes: [], ofEdges: ["weight"]) + losses)
    })
}

/// Writes a network in Pajek's form: numbered labels, arcs and edges with weights.
enum PajekWriter {
  /// The text, and what it cannot hold.
  static func text(of graph: ExchangeGraph) -> (text: String, losses: [String]) {
    let labels = graph.distinctLabels(ExchangeGraph.inQuotes)
    let numbers = Dictionary(
      graph.nodes.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    var lines = ["*Vertices \(graph.nodes.count)"]
    lines += graph.nodes.enumerated().map { "\($0 + 1) \"\(labels[$1.id] ?? $1.id)\"" }
    var lost = 0
    for isDirected in [true, false] {
      let edges = graph.edges.filter { $0.isDirected == isDirected }
      guard !edges.isEmpty else { continue }
      lines.append(isDirected ? "*Arcs" : "*Edges")
      for edge in edges {
        guard let source = numbers[edge.source], let target = numbers[edge.target] else {
          lost += 1
          continue
        }
        let weight = edge.fields["weight"].cellText
        lines.append("\(source) \(target) \(NumberText.number(in: weight) == nil ? "1" : weight)")
      }
    }
    var losses: [String] = []
    let changed = graph.nodes.count { labels[$0.id] != ($0.label.isEmpty ? $0.id : $0.label) }
    if changed > 0 {
      losses.append(
        "\(Phrase.count(changed, "name")) that others bear too, or with quotes or line breaks: they are written otherwise"
      )
    }
    if lost > 0 { losses.append("\(lost) links whose ends are no nodes") }
    let weightless = graph.edges.count { $0.fields["weight"] == .none }
    if weightless > 0 {
      losses.append("that \(weightless) links have no weight: they get the strength 1")
    }
    return ((lines + [""]).joined(separator: "\n"), losses)
  }
}
