import EcosystemModel

/// Reads the JSON that tells what a DOT text says; see ``DOTStructure``.
enum DOTStructureReader {
  static func graph(in json: [UInt8]) throws(DocumentError) -> ExchangeGraph {
    let root = entries(of: try JSONReader.document(in: json))
    let isDirected = text(root["directed"]) == "true"
    let groups = groups(in: list(root["clusters"]))
    var graph = ExchangeGraph()
    var ids: [String: String] = [:]
    for element in list(root["nodes"]) {
      let entries = entries(of: element)
      let id = text(entries["id"])
      let node = node(id, fields(of: entries["attributes"]), groups: groups[id] ?? [])
      ids[id] = node.id
      graph.nodes.append(node)
    }
    for element in list(root["edges"]) {
      let entries = entries(of: element)
      guard let tail = ids[text(entries["tail"])], let head = ids[text(entries["head"])] else {
        continue
      }
      graph.edges.append(
        edge(tail, head, fields(of: entries["attributes"]), isDirected: isDirected))
    }
    return graph
  }

  /// The titles of the groups that nodes are in, the outer ones first: a group is a subgraph that is drawn as a box.
  private static func groups(in clusters: [DocumentNode]) -> [String: [String]] {
    var groups: [String: [String]] = [:]
    for cluster in clusters {
      let entries = entries(of: cluster)
      let title = unescaped(text(entries["label"]))
      for member in list(entries["nodes"]) {
        groups[text(member), default: []].append(title.isEmpty ? text(entries["name"]) : title)
      }
    }
    return groups
  }

  private static func node(
    _ id: String, _ attributes: [ExchangeGraph.Field], groups: [String]
  ) -> ExchangeGraph.Node {
    var node = ExchangeGraph.Node(id: id, fields: attributes)
    let label = node.fields.take("label").cellText
    if node.fields[ExchangeGraph.marker] != .none {
      unescapeOurs(&node.fields)
      node.id = halved(id)
      node.label = halved(label)
      return node
    }
    node.fields.removeAll { ["pos", "width", "height"].contains($0.name) }
    let isRecord = ["record", "mrecord"].contains(node.fields["shape"].cellText.lowercased())
    let text = label.split(separator: "\\N", omittingEmptySubsequences: false).joined(separator: id)
    node.label = unescaped(isRecord ? Self.record(text) : text)
    if let group = groups.last {
      node.fields.append(.init(name: "group", value: .text(group)))
      if groups.count > 1 {
        node.fields.append(
          .init(name: "outer group", value: .text(groups.dropLast().joined(separator: " / "))))
      }
    }
    return node
  }

  /// The fields of a record as lines; braces turn and bars part them, and names of ports stand in angle brackets.
  private static func record(_ label: String) -> String {
    var result = ""
    var isPort = false
    var isEscaped = false
    for character in label {
      if isEscaped {
        result += "\\\(character)"
        isEscaped = false
        continue
      }
      switch character {
      case "\\": isEscaped = true
      case "<": isPort = true
      case ">" where isPort: isPort = false
      case "{", "}": break
      case "|": result += "\n"
      default: if !isPort { result.append(character) }
      }
    }
    return result.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private static func edge(
    _ tail: String, _ head: String, _ attributes: [ExchangeGraph.Field], isDirected: Bool
  ) -> ExchangeGraph.Edge {
    var edge = ExchangeGraph.Edge(source: tail, target: head, fields: attributes)
    let direction = edge.fields.take("dir").cellText
    edge.isDirected = isDirected && direction != "none" && direction != "both"
    if direction == "back" { swap(&edge.source, &edge.target) }
    if edge.fields[ExchangeGraph.marker] != .none {
      unescapeOurs(&edge.fields)
      return edge
    }
    edge.fields.removeAll { ["pos", "headport", "tailport"].contains($0.name) }
    let label = edge.fields.take("label").cellText
    if !label.isEmpty {
      edge.fields.append(.init(name: "label", value: .text(unescaped(label))))
    }
    return edge
  }

  /// The fields as they were before they were written, without what only the drawing needs.
  private static func unescapeOurs(_ fields: inout [ExchangeGraph.Field]) {
    fields.removeAll { ["fillcolor", "shape", "style", "fontname", "color"].contains($0.name) }
    for index in fields.indices {
      fields[index].name = halved(fields[index].name)
      fields[index].value = .text(halved(fields[index].value.cellText))
    }
  }

  private static func halved(_ text: String) -> String {
    text.split(separator: "\\\\", omittingEmptySubsequences: false).joined(separator: "\\")
  }

  /// A label with its line breaks and doubled backslashes resolved.
  private static func unescaped(_ label: String) -> String {
    var result = ""
    var isEscaped = false
    for character in label {
      if isEscaped {
        result += ["n", "l", "r"].contains(character) ? "\n" : String(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result.trimmed
  }

  private static func fields(of node: DocumentNode?) -> [ExchangeGraph.Field] {
    guard case .object(let entries) = node?.content else { return [] }
    return entries.compactMap { entry in
      guard !entry.key.hasPrefix("_"), case .scalar(let text) = entry.value.content else {
        return nil
      }
      return .init(name: entry.key, value: .text(text))
    }
  }

  private static func entries(of node: DocumentNode) -> [String: DocumentNode] {
    guard case .object(let entries) = node.content else { return [:] }
    return Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  private static func list(_ node: DocumentNode?) -> [DocumentNode] {
    guard case .list(let elements) = node?.content else { return [] }
    return elements
  }

  private static func text(_ node: DocumentNode?) -> String {
    guard case .scalar(let text) = node?.content else { return "" }
    return text
  }
}
