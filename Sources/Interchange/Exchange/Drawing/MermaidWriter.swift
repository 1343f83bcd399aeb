import EcosystemModel

extension NetworkFormat {
  /// A flowchart for Markdown pages.
  package static let mermaid = NetworkFormat(
    "mermaid", "Mermaid", for: "pages in Markdown", endings: ["mmd", "mermaid"], reading: .none,
    write: { graph in
      .text(
        MermaidWriter.text(of: graph),
        losses: graph.valueLosses(
          ofNodes: [ExchangeGraph.marker], ofEdges: ExchangeGraph.lineWords))
    })
}

/// Writes a network as a Mermaid flowchart, for pages that draw it.
enum MermaidWriter {
  static func text(of graph: ExchangeGraph) -> String {
    var names: [String: String] = [:]
    var lines = ["flowchart LR"]
    for (index, node) in graph.nodes.enumerated() {
      let name = "n\(index + 1)"
      names[node.id] = name
      lines.append("  \(name)[\"\(escaped(node.label))\"]:::\(style(of: node))")
    }
    for edge in graph.edges {
      guard let source = names[edge.source], let target = names[edge.target] else { continue }
      let line = edge.isDirected ? "-->" : "---"
      lines.append(
        "  \(source) \(line)" + (edge.lineWord.map { "|\"\(escaped($0))\"| " } ?? " ") + target)
    }
    var styles: Set<String> = []
    for node in graph.nodes where styles.insert(style(of: node)).inserted {
      lines.append(
        "  classDef \(style(of: node)) fill:\(ExchangeColours.fill(of: node)),stroke:#666,color:#000"
      )
    }
    return (lines + [""]).joined(separator: "\n")
  }

  private static func style(of node: ExchangeGraph.Node) -> String {
    TableName(rawValue: node.fields[ExchangeGraph.marker].cellText)?.rawValue ?? "other"
  }

  /// The text between double quotes; Mermaid takes character codes for what it would read as markup.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "<", ">", "&", "#", "`", "\\", ";": "#\(scalar.value);"
      case "\n", "\r", "\t": " "
      default: String(scalar)
      }
    }.joined()
  }
}
