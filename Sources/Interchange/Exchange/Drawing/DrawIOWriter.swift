import EcosystemModel

extension NetworkFormat {
  /// CSV that draw.io makes boxes and lines of.
  package static let drawIO = NetworkFormat(
    "drawio", "draw.io CSV", for: "draw.io (Arrange, Insert, Advanced)", endings: ["csv"],
    isToldByEnding: false, reading: .none,
    write: { graph in
      .text(
        DrawIOWriter.text(of: graph),
        losses: graph.valueLosses(ofNodes: nil, ofEdges: ExchangeGraph.lineWords))
    })
}

/// Writes a network as CSV for draw.io's Arrange, Insert, Advanced, CSV: a box per row, connectors by columns of ids.
enum DrawIOWriter {
  static func text(of graph: ExchangeGraph) -> String {
    let ties = ties(of: graph)
    var lines = [
      "## Shapes and lines of an ecosystem, for draw.io: Arrange, Insert, Advanced, CSV.",
      "# label: %label%",
      "# style: rounded=1;whiteSpace=wrap;html=1;fillColor=%ecomap_fill%;strokeColor=#666666;",
      "# namespace: ecomap-",
    ]
    for tie in ties {
      let style =
        "curved=1;endArrow=\(tie.isDirected ? "blockThin" : "none");endFill=1;fontSize=11;strokeColor=#666666;"
      let label = JSONWriter.quoted(tie.label)
      lines.append(
        "# connect: {\"from\": \"\(tie.column)\", \"to\": \"id\", \"label\": \(label), \"style\": \"\(style)\"}"
      )
    }
    lines += [
      "# identity: id", "# width: auto", "# height: auto", "# padding: 12",
      "# ignore: " + (["id", "ecomap_fill"] + ties.map(\.column)).joined(separator: ","),
      "# nodespacing: 40", "# levelspacing: 80", "# edgespacing: 40", "# layout: auto",
    ]
    let numbers = Dictionary(
      graph.nodes.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    let fields = ExchangeColumns(graph.nodes.map(\.fields)).columns.map(\.name)
    let rows = graph.nodes.enumerated().map { index, node -> [CellValue] in
      let values: [CellValue] = [
        .text("n\(index + 1)"), .text(label(node.label)), .text(ExchangeColours.fill(of: node)),
      ]
      let targets = ties.map { tie -> CellValue in
        let ids = (tie.targets[node.id] ?? []).compactMap { numbers[$0].map { "n\($0)" } }
        return ids.isEmpty ? .none : .text(ids.joined(separator: ","))
      }
      return values + targets
        + fields.map { name in node.fields.first { $0.name == name }?.value ?? .none }
    }
    return lines.joined(separator: "\n") + "\n"
      + CSVWriter.text(
        headers: ["id", "label", "ecomap_fill"] + ties.map(\.column) + fields, rows: rows)
  }

  /// The edges that one `connect` line draws.
  private struct Tie {
    let column: String
    let label: String
    let isDirected: Bool
    var targets: [String: [String]] = [:]
  }

  private static func ties(of graph: ExchangeGraph) -> [Tie] {
    var ties: [Tie] = []
    var positions: [String: Int] = [:]
    for edge in graph.edges {
      let label = edge.lineWord ?? ""
      let key = "\(label)\u{0}\(edge.isDirected)"
      let position = positions[key] ?? ties.count
      if position == ties.count {
        positions[key] = position
        ties.append(
          Tie(column: "ecomap_ties\(position + 1)", label: label, isDirected: edge.isDirected))
      }
      ties[position].targets[edge.source, default: []].append(edge.target)
    }
    return ties
  }

  /// The label with characters escaped that draw.io takes for HTML or placeholders.
  private static func label(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "<": "&lt;"
      case ">": "&gt;"
      case "&": "&amp;"
      case "%": "&#37;"
      default: String(scalar)
      }
    }.joined()
  }
}
