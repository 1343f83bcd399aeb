import EcosystemModel

/// Reads GML as networkx, igraph, yEd and Gephi write it.
enum GMLReader {
  /// The key under which a writer of ours keeps what a node is called, and names of columns that GML does not allow.
  static let id = "ecomap_id"
  static let column = "ecomap_column"

  static func graph(in bytes: [UInt8]) throws(DocumentError) -> ExchangeGraph {
    let root = try GMLText.entries(in: bytes)
    var networks: [(name: String?, graph: ExchangeGraph)] = []
    for entry in root where entry.key.lowercased() == "graph" {
      guard case .record(let entries) = entry.value else { continue }
      let name = scalar("label", in: entries) ?? scalar("name", in: entries)
      networks.append((name, try network(entries)))
    }
    guard !networks.isEmpty else {
      throw DocumentError(
        rule: "exchange.root", message: "there is no \"graph [\" in it; is this another format?",
        line: 1, column: 1)
    }
    return ExchangeGraph(of: networks)
  }

  private static func network(_ entries: [GMLText.Entry]) throws(DocumentError) -> ExchangeGraph {
    let isDirected = scalar("directed", in: entries) == "1"
    let isMulti = scalar("multigraph", in: entries) == "1"
    let names = columnNames(in: entries)
    var graph = ExchangeGraph()
    var drawn = 0
    var ids: [String: String] = [:]
    var groups: [String: String] = [:]
    for entry in entries where entry.key.lowercased() == "node" {
      guard case .record(let parts) = entry.value else { continue }
      guard let number = scalar("id", in: parts) else {
        throw GMLText.fault("this node has no id", entry.place)
      }
      var node = ExchangeGraph.Node(id: scalar(id, in: parts) ?? number, place: entry.place)
      node.label = scalar("label", in: parts) ?? ""
      node.fields = fields(of: parts, besides: ["id", "label", id], names, &drawn)
      if node.fields[ExchangeGraph.marker] != .none {
        // A label that others bear too is numbered, and the name stands beside it.
        let name = node.fields.take("name").cellText
        if !name.isEmpty { node.label = name }
      }
      if scalar("isGroup", in: parts) == "1" {
        groups[number] = node.label.isEmpty ? number : node.label
        _ = node.fields.take("isGroup")
      }
      ids[number] = node.id
      graph.nodes.append(node)
    }
    var parents: Set<String> = []
    for index in graph.nodes.indices {
      let number = graph.nodes[index].fields["gid"].cellText
      if let id = ids[number], groups[number] != nil { parents.insert(id) }
      guard let group = groups[number] else { continue }
      _ = graph.nodes[index].fields.take("gid")
      graph.nodes[index].fields.append(.init(name: "group", value: .text(group)))
    }
    for entry in entries where entry.key.lowercased() == "edge" {
      guard case .record(let parts) = entry.value else { continue }
      let ends = ["source", "target"].map { scalar($0, in: parts) ?? "" }
      guard ends.allSatisfy({ !$0.isEmpty }) else {
        throw GMLText.fault("this link lacks an end; name both", entry.place)
      }
      for end in ends where ids[end] == nil {
        throw GMLText.fault("there is no node \"\(end)\" for this link", entry.place)
      }
      var edge = ExchangeGraph.Edge(
        source: ids[ends[0]] ?? ends[0], target: ids[ends[1]] ?? ends[1], place: entry.place)
      edge.isDirected = scalar("directed", in: parts).map { $0 == "1" } ?? isDirected
      let keys: Set = ["source", "target", isMulti ? "key" : ""]
      edge.fields = fields(of: parts, besides: keys, names, &drawn)
      if edge.fields[ExchangeGraph.marker] == .none { edge.nameWeight() }
      graph.edges.append(edge)
    }
    graph.leaveOutGroups(parents)
    if drawn > 0 { graph.remarks.append(.drawings(drawn)) }
    return graph
  }

  /// The first value of a key, whatever its case.
  private static func scalar(_ key: String, in entries: [GMLText.Entry]) -> String? {
    for entry in entries where entry.key.lowercased() == key.lowercased() {
      if case .scalar(let text) = entry.value { return text }
    }
    return nil
  }

  /// The names of columns of ours that GML does not allow, by the keys that stand for them.
  private static func columnNames(in entries: [GMLText.Entry]) -> [String: String] {
    var names: [String: String] = [:]
    for entry in entries where entry.key == column {
      guard case .record(let parts) = entry.value, let key = scalar("key", in: parts) else {
        continue
      }
      names[key] = scalar("name", in: parts)
    }
    return names
  }

  /// The fields of a node or link, lists in it under both names; keys that stand there several times are lists.
  private static func fields(
    of entries: [GMLText.Entry], besides keys: Set<String>, _ names: [String: String],
    _ drawn: inout Int
  ) -> [ExchangeGraph.Field] {
    var fields: [ExchangeGraph.Field] = []
    var positions: [String: Int] = [:]
    var isDrawn = false
    func add(_ name: String, _ entry: GMLText.Entry) {
      switch entry.value {
      case .scalar(let text):
        // networkx marks lists of one element so.
        guard !text.isEmpty, text != "_networkx_list_start" else { return }
        if let position = positions[name] {
          fields[position].value = .text("\(fields[position].value.cellText)|\(text)")
        } else {
          positions[name] = fields.count
          fields.append(.init(name: name, value: .text(text), place: entry.place))
        }
      case .record(let inner):
        guard !["graphics", "labelgraphics", "edgeanchor"].contains(entry.key.lowercased()) else {
          isDrawn = true
          return
        }
        for part in inner { add("\(name) \(part.key)", part) }
      }
    }
    for entry in entries where !keys.contains(entry.key) && !keys.contains(entry.key.lowercased()) {
      if entry.key.lowercased() == "directed" { continue }
      add(names[entry.key] ?? entry.key, entry)
    }
    if isDrawn { drawn += 1 }
    return fields
  }
}

extension ExchangeGraph.Edge {
  /// A number called value is a weight where nothing else is, as D3 and collections of networks have it.
  mutating func nameWeight() {
    guard fields["weight"] == .none, NumberText.number(in: fields["value"].cellText) != nil else {
      return
    }
    fields.append(.init(name: "weight", value: fields.take("value")))
  }
}
