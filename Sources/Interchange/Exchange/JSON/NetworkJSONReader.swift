import EcosystemModel

/// Recognises and reads the JSON forms of networks.
enum NetworkJSONReader {
  /// The network in a document, or `nil` where it has none of the known forms.
  ///
  /// A direction is what an outer document says of all edges.
  static func graph(
    in document: DocumentNode, isDirected outer: Bool? = nil
  ) -> ExchangeGraph? {
    guard let root = document.object else {
      return CytoscapeReader.graph(document, outer) ?? links(document)
    }
    let flag = (root["directed"] ?? root["isDirected"])?.value.scalar
    // Graphology says in its options what its edges are.
    let type = root["options"]?.value.object?["type"]?.value.scalar
    let isDirected = flag.map { $0 == "true" } ?? type.map { $0 != "undirected" } ?? outer
    if let inner = root["networkJSON"]?.value,
      let graph = graph(in: inner, isDirected: isDirected)
    {
      return graph
    }
    if let elements = root["elements"]?.value,
      let graph = CytoscapeReader.graph(elements, isDirected)
    {
      return graph
    }
    if let elements = root["elements"]?.value.list {
      return kumu(elements, root["connections"]?.value.list ?? [])
    }
    if root["children"]?.value.list != nil, root["name"]?.value.scalar != nil {
      return hierarchy(document)
    }
    guard let nodes = root["nodes"]?.value.list,
      let edges = (root["links"] ?? root["edges"])?.value.list
    else { return nil }
    return nodeLink(nodes, edges, isDirected: isDirected ?? true)
  }

  /// A list of links alone, which name their ends; `nil` if an element names none.
  private static func links(_ document: DocumentNode) -> ExchangeGraph? {
    guard let list = document.list, !list.isEmpty else { return nil }
    let ends = [("source", "target"), ("from", "to")].first { ends in
      list.allSatisfy { $0.object?[ends.0] != nil && $0.object?[ends.1] != nil }
    }
    guard let ends else { return nil }
    var graph = ExchangeGraph()
    var known: Set<String> = []
    for element in list {
      var edge = ExchangeGraph.Edge(source: "", target: "", isDirected: true)
      edge.place = .init(line: element.line, column: element.column)
      edge.fields = fields(of: element)
      edge.source = takeEnd(ends.0, of: &edge)
      edge.target = takeEnd(ends.1, of: &edge)
      for id in [edge.source, edge.target] where known.insert(id).inserted {
        graph.nodes.append(.init(id: id, place: edge.place))
      }
      graph.edges.append(edge)
    }
    return graph
  }

  /// A hierarchy of D3: each element is linked to its children.
  ///
  /// Names that others bear too are told apart by what is above them.
  private static func hierarchy(_ root: DocumentNode) -> ExchangeGraph {
    var graph = ExchangeGraph()
    var taken: Set<String> = []
    var open: [(element: DocumentNode, parent: String?)] = [(root, nil)]
    while let (element, parent) = open.popLast() {
      var node = ExchangeGraph.Node(
        id: "", place: .init(line: element.line, column: element.column))
      let children = element.object?["children"]?.value.list ?? []
      guard case .object(let entries) = element.content else { continue }
      node.fields = fields(
        of: DocumentNode(
          content: .object(entries.filter { $0.key != "children" }), line: element.line,
          column: element.column))
      node.label = node.fields.take("name").cellText
      node.id = node.label
      if node.id.isEmpty || taken.contains(node.id) { node.id = "\(parent ?? "")/\(node.id)" }
      while !taken.insert(node.id).inserted { node.id += "'" }
      if let parent {
        graph.edges.append(
          .init(
            source: parent, target: node.id, isDirected: true,
            fields: [.init(name: "kind", value: .text("contains"))], place: node.place))
      }
      graph.nodes.append(node)
      open += children.reversed().map { ($0, node.id) }
    }
    return graph
  }

  /// Node-link data, with the attributes beside the ids or, as Polinode has it, in an object of their own.
  private static func nodeLink(
    _ nodes: [DocumentNode], _ edges: [DocumentNode], isDirected: Bool
  ) -> ExchangeGraph {
    var graph = ExchangeGraph()
    for element in nodes {
      var node = ExchangeGraph.Node(id: "")
      node.place = .init(line: element.line, column: element.column)
      node.fields = fields(of: element)
      // Graphology calls ids so, beside attributes of any name.
      let isKeyed = element.object?["key"] != nil && element.object?["id"] == nil
      node.id = node.fields.take(isKeyed ? "key" : "id").cellText
      node.label = node.fields.take("label").cellText
      if node.id.isEmpty {
        // D3 names nodes by their position or by a name of their own.
        let name = node.label.isEmpty ? node.fields.take("name").cellText : node.label
        node.label = name
        node.id = name.isEmpty ? String(graph.nodes.count) : name
      }
      graph.nodes.append(node)
    }
    // D3 may name ends by their position.
    let ids = Set(graph.nodes.map(\.id))
    func end(_ text: String) -> String {
      guard !ids.contains(text), let position = Int(text), graph.nodes.indices.contains(position)
      else { return text }
      return graph.nodes[position].id
    }
    for element in edges {
      var edge = ExchangeGraph.Edge(source: "", target: "")
      edge.place = .init(line: element.line, column: element.column)
      edge.fields = fields(of: element)
      edge.source = end(takeEnd("source", of: &edge))
      edge.target = end(takeEnd("target", of: &edge))
      edge.isDirected = isDirected && edge.fields.take("undirected").cellText != "true"
      edge.nameWeight()
      for name in ["key", "id"] { _ = edge.fields.take(name) }
      graph.edges.append(edge)
    }
    return graph
  }

  /// Takes what names an end: D3 puts the whole node there once it has drawn the network.
  private static func takeEnd(_ name: String, of edge: inout ExchangeGraph.Edge) -> String {
    let parts = ["", " id", " name", " index"].map { edge.fields.take(name + $0).cellText }
    edge.fields.removeAll { $0.name.hasPrefix("\(name) ") }
    return parts.first { !$0.isEmpty } ?? ""
  }

  /// Kumu's blueprint, or its full export, whose attributes stand in objects of their own and whose ids are `_id`.
  private static func kumu(_ elements: [DocumentNode], _ connections: [DocumentNode])
    -> ExchangeGraph
  {
    var graph = ExchangeGraph()
    var ids: [String: String] = [:]
    for element in elements {
      var node = ExchangeGraph.Node(id: "")
      node.place = .init(line: element.line, column: element.column)
      node.fields = fields(of: element)
      node.label = node.fields.take("label").cellText
      let hidden = node.fields.take("_id").cellText
      let id = node.fields.take("id").cellText
      node.id = id.isEmpty ? hidden.isEmpty ? node.label : hidden : id
      if node.fields[ExchangeGraph.marker] != .none { _ = node.fields.take("type") }
      for name in [hidden, node.label, node.id] where !name.isEmpty && ids[name] == nil {
        ids[name] = node.id
      }
      graph.nodes.append(node)
    }
    for connection in connections {
      var edge = ExchangeGraph.Edge(source: "", target: "")
      edge.place = .init(line: connection.line, column: connection.column)
      edge.fields = fields(of: connection)
      let ends = ["from", "to"].map { edge.fields.take($0).cellText }
      edge.source = ids[ends[0]] ?? ends[0]
      edge.target = ids[ends[1]] ?? ends[1]
      edge.isDirected = edge.fields.take("direction").cellText == "directed"
      for name in ["_id", "id"] { _ = edge.fields.take(name) }
      if edge.fields[ExchangeGraph.marker] != .none { _ = edge.fields.take("type") }
      // A full export calls the type so, and says of every connection whether it is delayed or reversed.
      let type = edge.fields.take("connection type")
      if type != .none { edge.fields.append(.init(name: "type", value: type)) }
      for name in ["delayed", "reversed"] where edge.fields[name].cellText == "false" {
        _ = edge.fields.take(name)
      }
      graph.edges.append(edge)
    }
    return graph
  }

  /// The values of an object, with those of an object `attributes` among them; other nested values become text.
  static func fields(of node: DocumentNode) -> [ExchangeGraph.Field] {
    guard case .object(let entries) = node.content else { return [] }
    return entries.flatMap { entry -> [ExchangeGraph.Field] in
      if entry.key == "attributes", case .object = entry.value.content {
        return fields(of: entry.value)
      }
      switch entry.value.content {
      case .null: return []
      case .scalar(let text):
        return text.isEmpty ? [] : [.init(name: entry.key, value: .text(text))]
      case .list(let elements):
        let words = elements.map { $0.scalar ?? $0.spoken }
        return words.isEmpty ? [] : [.init(name: entry.key, value: .list(words))]
      case .object:
        return fields(of: entry.value).map {
          .init(name: "\(entry.key) \($0.name)", value: $0.value)
        }
      }
    }
  }
}

extension DocumentNode {
  /// What is nested too deeply for a value, as one text.
  fileprivate var spoken: String {
    switch content {
    case .null: ""
    case .scalar(let text): text
    case .list(let elements): "[\(elements.map(\.spoken).joined(separator: ", "))]"
    case .object(let entries):
      entries.map { "\($0.key): \($0.value.spoken)" }.joined(separator: ", ")
    }
  }

  /// The entries of an object by their keys; of several with one key the first.
  var object: [String: Entry]? {
    guard case .object(let entries) = content else { return nil }
    return Dictionary(entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var list: [DocumentNode]? {
    guard case .list(let elements) = content else { return nil }
    return elements
  }

  var scalar: String? {
    guard case .scalar(let text) = content else { return nil }
    return text
  }
}
