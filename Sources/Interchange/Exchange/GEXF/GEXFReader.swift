import Containers
import EcosystemModel

/// Reads GEXF 1.1 to 1.3.
enum GEXFReader {
  static func graph(in bytes: [UInt8]) throws(DocumentError) -> ExchangeGraph {
    let root = try Markup.document(of: bytes)
    guard root.name == "gexf", let element = root.first("graph") else {
      throw DocumentError(
        rule: "exchange.root",
        message: "there is no \"graph\" in a root element \"gexf\"; is this another format?",
        line: root.line, column: root.column)
    }
    var titles: [String: [String: String]] = [:]
    for group in element.children(named: "attributes") {
      for attribute in group.children(named: "attribute") {
        guard let id = attribute["id"] else { continue }
        titles[group["class"] ?? "node", default: [:]][id] = attribute["title"] ?? id
      }
    }
    var graph = ExchangeGraph()
    readNodes(element, titles["node"] ?? [:], parent: nil, &graph)
    let direction = element["defaultedgetype"] ?? "undirected"
    readEdges(element, titles["edge"] ?? [:], isDirected: direction == "directed", &graph)
    return graph
  }

  private static func readNodes(
    _ element: Markup, _ titles: [String: String], parent: String?, _ graph: inout ExchangeGraph
  ) {
    for child in element.children(named: "nodes").flatMap({ $0.children(named: "node") }) {
      var node = ExchangeGraph.Node(id: child["id"] ?? "")
      node.label = child["label"] ?? ""
      node.place = .init(line: child.line, column: child.column)
      node.fields = fields(of: child, titles)
      if let group = parent ?? child["pid"] {
        node.fields.append(.init(name: "group", value: .text(group)))
      }
      graph.nodes.append(node)
      readNodes(child, titles, parent: node.label.isEmpty ? node.id : node.label, &graph)
    }
  }

  private static func readEdges(
    _ element: Markup, _ titles: [String: String], isDirected: Bool,
    _ graph: inout ExchangeGraph
  ) {
    for child in element.children(named: "edges").flatMap({ $0.children(named: "edge") }) {
      var edge = ExchangeGraph.Edge(source: child["source"] ?? "", target: child["target"] ?? "")
      edge.place = .init(line: child.line, column: child.column)
      edge.fields = fields(of: child, titles)
      edge.isDirected = child["type"].map { $0 == "directed" } ?? isDirected
      for name in ["label", "weight", "kind"] {
        if let value = child[name], !value.isEmpty, edge.fields[name] == .none {
          edge.fields.append(.init(name: name, value: .text(value)))
        }
      }
      graph.edges.append(edge)
    }
  }

  private static func fields(
    of element: Markup, _ titles: [String: String]
  ) -> [ExchangeGraph.Field] {
    var fields: [ExchangeGraph.Field] = []
    for value in (element.first("attvalues")?.children(named: "attvalue") ?? []) {
      let id = value["for"] ?? value["id"] ?? ""
      let name = titles[id] ?? id
      // networkx tells parallel edges apart by a field of its own.
      guard let text = value["value"], !text.trimmed.isEmpty, name != "networkx_key" else {
        continue
      }
      fields.append(.init(name: name, value: .text(text)))
    }
    let isOurs = fields[ExchangeGraph.marker] != .none
    // Our own dates stand in fields; of other files the whole span counts, and several spells stand beside it.
    guard !isOurs else { return fields }
    let parts = element.first("spells")?.children(named: "spell") ?? []
    if parts.count > 1 {
      let texts = parts.map { "\($0["start"] ?? "")/\($0["end"] ?? "")" }
      fields.append(.init(name: "spells", value: .list(texts)))
    }
    let spells = parts + [element]
    let starts = spells.compactMap { day($0["start"]) }
    let ends = spells.compactMap { day($0["end"]) }
    if fields["since"] == .none, let start = starts.min() {
      fields.append(.init(name: "since", value: .date(start)))
    }
    if fields["until"] == .none, let end = ends.max(),
      let until = CalendarDate(dayNumber: end.dayNumber + 1)
    {
      fields.append(.init(name: "until", value: .date(until)))
    }
    return fields
  }

  /// The day of a date or moment; spans in plain numbers have none.
  private static func day(_ text: String?) -> CalendarDate? {
    text.flatMap { CalendarDate(String($0.prefix(10))) }
  }
}
