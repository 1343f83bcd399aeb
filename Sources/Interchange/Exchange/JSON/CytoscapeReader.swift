/// Reads the JSON of Cytoscape.js and of Cytoscape, which keep the data of each element in an object of its own.
enum CytoscapeReader {
  /// The network in the elements of a document, grouped or one list; `nil` if they are another tool's.
  static func graph(_ elements: DocumentNode, _ isDirected: Bool?) -> ExchangeGraph? {
    var nodes: [DocumentNode] = []
    var edges: [DocumentNode] = []
    if let list = elements.list {
      for element in list {
        let data = element.object?["data"]?.value.object
        let group = element.object?["group"]?.value.scalar
        let isEdge = group.map { $0 == "edges" } ?? (data?["source"] != nil)
        if isEdge { edges.append(element) } else { nodes.append(element) }
      }
    } else if let groups = elements.object {
      nodes = groups["nodes"]?.value.list ?? []
      edges = groups["edges"]?.value.list ?? []
    }
    let all = nodes + edges
    guard !all.isEmpty, all.allSatisfy({ $0.object?["data"]?.value.object != nil }) else {
      return nil
    }
    var graph = ExchangeGraph()
    var groups: [String: String] = [:]
    for element in nodes {
      let data = element.object?["data"]?.value.object
      guard let id = data?["id"]?.value.scalar else { continue }
      groups[id] = data?["label"]?.value.scalar ?? data?["name"]?.value.scalar ?? id
    }
    var parents: Set<String> = []
    for element in nodes {
      var (fields, place) = data(of: element)
      var node = ExchangeGraph.Node(id: fields.take("id").cellText, place: place)
      node.label = fields.take("label").cellText
      let parent = fields.take("parent")
      if parent != .none {
        parents.insert(parent.cellText)
        let name = groups[parent.cellText] ?? parent.cellText
        fields.append(.init(name: "group", value: .text(name)))
      }
      node.fields = fields
      graph.nodes.append(node)
    }
    let drawn = all.count { $0.object?["position"] != nil || $0.object?["style"] != nil }
    if drawn > 0 { graph.remarks.append(.drawings(drawn)) }
    for element in edges {
      var (fields, place) = data(of: element)
      var edge = ExchangeGraph.Edge(
        source: fields.take("source").cellText, target: fields.take("target").cellText, place: place
      )
      for name in ["id", "key"] { _ = fields.take(name) }
      if let interaction = fields.firstIndex(where: { $0.name == "interaction" }),
        fields["kind"] == .none
      {
        fields[interaction].name = "kind"
      }
      edge.fields = fields
      edge.isDirected = isDirected ?? false
      graph.edges.append(edge)
    }
    graph.leaveOutGroups(parents)
    return graph
  }

  /// The data of an element with its classes; where and how it is drawn is left out.
  private static func data(
    of element: DocumentNode
  ) -> (fields: [ExchangeGraph.Field], place: ExchangeGraph.Place) {
    var fields = element.object?["data"].map { NetworkJSONReader.fields(of: $0.value) } ?? []
    if let classes = element.object?["classes"]?.value.scalar, !classes.isEmpty {
      fields.append(.init(name: "classes", value: .text(classes)))
    }
    return (fields, .init(line: element.line, column: element.column))
  }
}
