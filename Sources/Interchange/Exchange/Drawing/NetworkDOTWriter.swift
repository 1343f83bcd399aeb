extension NetworkFormat {
  /// The language of Graphviz.
  package static let dot = NetworkFormat(
    "dot", "DOT", for: "Graphviz", endings: ["dot", "gv"],
    reading: .structure(DOTStructureReader.graph),
    write: { .text(NetworkDOTWriter.text(of: $0)) })
}

/// Writes a network in DOT, with every field as an attribute and colours for the kinds of nodes.
enum NetworkDOTWriter {
  static func text(of graph: ExchangeGraph) -> String {
    let isDirected = graph.isDirected
    var lines = [
      isDirected ? "digraph ecosystem {" : "graph ecosystem {",
      "  node [shape=box, style=\"rounded,filled\", fontname=\"Liberation Sans\"];",
      "  edge [color=\"#666666\", fontname=\"Liberation Sans\"];",
    ]
    for node in graph.nodes {
      let fields =
        [
          ("label", node.label), ("fillcolor", ExchangeColours.fill(of: node)),
        ] + node.fields.map { ($0.name, $0.value.cellText) }
      lines.append("  \(quoted(node.id)) [\(list(fields))];")
    }
    for edge in graph.edges {
      var fields = edge.fields.map { ($0.name, $0.value.cellText) }
      if isDirected, !edge.isDirected { fields.append(("dir", "none")) }
      lines.append(
        "  \(quoted(edge.source)) \(isDirected ? "->" : "--") \(quoted(edge.target)) [\(list(fields))];"
      )
    }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  private static func list(_ fields: [(String, String)]) -> String {
    fields.map { "\(quoted($0))=\(quoted($1))" }.joined(separator: ", ")
  }

  /// The text in quotes; backslashes are doubled, as labels want it and as the reader of these files expects.
  ///
  /// Graphviz' scanner refuses strings with more than 16,384 bytes between two backslashes, so that long ones are written in
  /// lines that end in a backslash, which means that the string goes on.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for (position, scalar) in text.unicodeScalars.enumerated() {
      if position % 4_000 == 3_999 { result += "\\\n" }
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
