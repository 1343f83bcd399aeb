import EcosystemModel
import Containers

/// Reads GraphML in the dialects of yEd, networkx, igraph and Gephi.
enum GraphMLReader {
  private struct Key {
    let name: String
    let isDrawing: Bool
    /// What it is for: `node`, `edge`, `all` or another.
    let owner: String
    /// What it says where an element says nothing.
    let standard: String?
  }

  static func graph(in bytes: [UInt8]) throws(DocumentError) -> ExchangeGraph {
    let root = try Markup.document(of: bytes)
    guard root.name == "graphml" else {
      throw DocumentError(
        rule: "exchange.root",
        message: "the root element is \"\(root.name)\", not \"graphml\"; is this another format?",
        line: root.line, column: root.column)
    }
    var keys: [String: Key] = [:]
    for key in root.children(named: "key") {
      guard let id = key["id"] else { continue }
      keys[id] = Key(
        name: key["attr.name"] ?? id, isDrawing: key["yfiles.type"] != nil,
        owner: key["for"] ?? "all", standard: key.first("default").map(\.fullText))
    }
    var networks: [(name: String?, graph: ExchangeGraph)] = []
    for element in root.children(named: "graph") {
      var network = ExchangeGraph()
      var groups: Set<String> = []
      read(
        element, keys, group: nil, isDirected: element["edgedefault"] != "undirected", &network,
        &groups)
      network.leaveOutGroups(groups)
      networks.append((element["id"], network))
    }
    var graph = ExchangeGraph(of: networks)
    remark(root, on: &graph)
    return graph
  }

  /// Says which parts of the standard are not read.
  private static func remark(_ root: Markup, on graph: inout ExchangeGraph) {
    for (name, title) in [
      ("hyperedge", "link of more than two nodes"), ("locator", "link to another file"),
    ] {
      let found = root.all(name)
      guard let first = found.first else { continue }
      graph.remarks.append(
        .init(
          severity: .warning, rule: "exchange.unread",
          message:
            "\(Phrase.count(found.count, title, title.replacing("link", with: "links"))) (\"\(name)\") \(found.count == 1 ? "is" : "are") not read",
          place: .init(line: first.line, column: first.column)))
    }
  }

  private static func read(
    _ element: Markup, _ keys: [String: Key], group: String?, isDirected: Bool,
    _ graph: inout ExchangeGraph, _ groups: inout Set<String>
  ) {
    for child in element.children {
      switch child.name {
      case "node":
        var node = ExchangeGraph.Node(id: child["id"] ?? "")
        node.place = .init(line: child.line, column: child.column)
        let (fields, drawing) = fields(of: child, keys)
        node.fields = fields
        node.label =
          drawing?.descendant("NodeLabel").map { ($0.text ?? "").trimmed }
          ?? node.fields.take("label").cellText
        if let group { node.fields.append(.init(name: "group", value: .text(group))) }
        graph.nodes.append(node)
        // yEd's groups are nodes with a network of their own in them.
        for inner in child.children(named: "graph") {
          groups.insert(node.id)
          read(
            inner, keys, group: node.label.isEmpty ? node.id : node.label, isDirected: isDirected,
            &graph, &groups)
        }
      case "edge":
        graph.edges.append(edge(child, keys, isDirected: isDirected))
      default: break
      }
    }
  }

  private static func edge(
    _ element: Markup, _ keys: [String: Key], isDirected: Bool
  ) -> ExchangeGraph.Edge {
    var edge = ExchangeGraph.Edge(source: element["source"] ?? "", target: element["target"] ?? "")
    edge.place = .init(line: element.line, column: element.column)
    let (fields, drawing) = fields(of: element, keys)
    edge.fields = fields
    edge.isDirected = element["directed"].map { $0 == "true" } ?? isDirected
    if let arrows = drawing?.descendant("Arrows") {
      let ends = [arrows["source"], arrows["target"]].map { ($0 ?? "none") != "none" }
      edge.isDirected = ends[0] != ends[1]
      if ends[0], !ends[1] { swap(&edge.source, &edge.target) }
    }
    if let label = drawing?.descendant("EdgeLabel")?.text?.trimmed, !label.isEmpty,
      edge.fields["label"] == .none
    {
      edge.fields.append(.init(name: "label", value: .text(label)))
    }
    return edge
  }

  /// The data of an element by the names of their keys, and the drawing among them.
  private static func fields(
    of element: Markup, _ keys: [String: Key]
  ) -> (fields: [ExchangeGraph.Field], drawing: Markup?) {
    var fields: [ExchangeGraph.Field] = []
    var drawing: Markup?
    for data in element.children(named: "data") {
      let id = data["key"] ?? ""
      guard keys[id]?.isDrawing != true, data.children.isEmpty else {
        drawing = data
        continue
      }
      if let text = data.text, !text.trimmed.isEmpty {
        fields.append(.init(name: keys[id]?.name ?? id, value: .text(text)))
      }
    }
    for key in keys.sorted(by: { $0.key < $1.key }).map(\.value)
    where [element.name, "all"].contains(key.owner) && !key.isDrawing {
      guard let text = key.standard?.trimmed, !text.isEmpty, fields[key.name] == .none else {
        continue
      }
      fields.append(.init(name: key.name, value: .text(text)))
    }
    return (fields, drawing)
  }
}
