import Containers
import EcosystemModel

extension NetworkFormat {
  /// GraphML as networkx and igraph read it.
  package static let graphML = NetworkFormat(
    "graphml", "GraphML", for: "networkx and igraph", endings: ["graphml"],
    reading: .text(GraphMLReader.graph),
    write: { .text(GraphMLWriter.text(of: $0, .plain), losses: $0.characterLosses) })

  /// GraphML with the drawing that yEd shows.
  package static let yEd = NetworkFormat(
    "yed", "GraphML for yEd", for: "yEd", endings: ["graphml"], isToldByEnding: false,
    reading: .text(GraphMLReader.graph),
    write: { .text(GraphMLWriter.text(of: $0, .yed), losses: $0.characterLosses) })
}

/// Writes a network as GraphML, in the dialect that networkx and igraph read or with the drawing that yEd shows.
///
/// All edges share one direction, as networkx asks for; where they differ, the field `directed` tells them apart.
enum GraphMLWriter {
  /// What reads the file.
  enum Dialect { case plain, yed }

  static func text(of graph: ExchangeGraph, _ dialect: Dialect) -> String {
    let nodes = ExchangeColumns(graph.nodes.map(\.fields))
    let edges = ExchangeColumns(graph.edges.map(\.fields))
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    let drawing = dialect == .yed ? " xmlns:y=\"http://www.yworks.com/xml/graphml\"" : ""
    lines.append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\(drawing)>")
    if dialect == .plain {
      lines.append(key("label", for: "node", named: "label", .text))
    } else {
      lines.append("  <key id=\"nodegraphics\" for=\"node\" yfiles.type=\"nodegraphics\"/>")
      lines.append("  <key id=\"edgegraphics\" for=\"edge\" yfiles.type=\"edgegraphics\"/>")
    }
    for (index, column) in nodes.columns.enumerated() {
      lines.append(key("n\(index)", for: "node", named: column.name, column.kind))
    }
    for (index, column) in edges.columns.enumerated() {
      lines.append(key("e\(index)", for: "edge", named: column.name, column.kind))
    }
    let direction = graph.isDirected ? "directed" : "undirected"
    lines.append("  <graph id=\"ecosystem\" edgedefault=\"\(direction)\">")
    for node in graph.nodes {
      lines.append("    <node id=\"\(XMLText.escaped(node.id))\">")
      if dialect == .yed {
        lines.append(shape(of: node))
      } else if !node.label.isEmpty {
        lines.append(data("label", node.label))
      }
      append(node.fields, nodes, "n", to: &lines)
      lines.append("    </node>")
    }
    for (index, edge) in graph.edges.enumerated() {
      lines.append(
        "    <edge id=\"e\(index + 1)\" source=\"\(XMLText.escaped(edge.source))\" target=\"\(XMLText.escaped(edge.target))\">"
      )
      if dialect == .yed { lines.append(line(of: edge)) }
      append(edge.fields, edges, "e", to: &lines)
      lines.append("    </edge>")
    }
    return (lines + ["  </graph>", "</graphml>", ""]).joined(separator: "\n")
  }

  private static func key(
    _ id: String, for element: String, named name: String, _ kind: ExchangeColumns.Kind
  ) -> String {
    "  <key id=\"\(id)\" for=\"\(element)\" attr.name=\"\(XMLText.escaped(name))\" attr.type=\"\(kind.rawValue)\"/>"
  }

  private static func data(_ key: String, _ text: String) -> String {
    "      <data key=\"\(key)\">\(XMLText.escaped(text))</data>"
  }

  private static func append(
    _ fields: [ExchangeGraph.Field], _ columns: ExchangeColumns, _ prefix: String,
    to lines: inout [String]
  ) {
    for field in fields where field.value != .none {
      guard let position = columns.position(of: field.name) else { continue }
      let isFlag = columns.columns[position].kind == .flag
      lines.append(
        data(
          "\(prefix)\(position)",
          isFlag ? field.value == .flag(true) ? "true" : "false" : field.value.cellText))
    }
  }

  /// The box that yEd draws for a node; it lays them out itself.
  private static func shape(of node: ExchangeGraph.Node) -> String {
    let width = max(60, 8 * node.label.count + 16)
    let color = ExchangeColours.fill(of: node)
    return
      "      <data key=\"nodegraphics\"><y:ShapeNode><y:Geometry height=\"30\" width=\"\(width)\"/>"
      + "<y:Fill color=\"\(color)\" transparent=\"false\"/><y:NodeLabel>\(XMLText.escaped(node.label))</y:NodeLabel>"
      + "<y:Shape type=\"roundrectangle\"/></y:ShapeNode></data>"
  }

  private static func line(of edge: ExchangeGraph.Edge) -> String {
    let label = edge.fields["label"].cellText
    let text = label.isEmpty ? "" : "<y:EdgeLabel>\(XMLText.escaped(label))</y:EdgeLabel>"
    return
      "      <data key=\"edgegraphics\"><y:PolyLineEdge><y:Arrows source=\"none\" target=\"\(edge.isDirected ? "standard" : "none")\"/>"
      + "\(text)</y:PolyLineEdge></data>"
  }
}

/// One colour for each kind of entity, light enough for black letters.
enum ExchangeColours {
  /// `#RRGGBB`.
  static func fill(of node: ExchangeGraph.Node) -> String {
    switch TableName(rawValue: node.fields[ExchangeGraph.marker].cellText) {
    case .companies: "#CFE2F3"
    case .functions: "#D9EAD3"
    case .people: "#FFF2CC"
    case .alliances: "#F4CCCC"
    case .programs: "#EAD1DC"
    case .committees: "#D9D2E9"
    default: "#EEEEEE"
    }
  }
}
