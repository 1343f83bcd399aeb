extension NetworkFormat {
  /// Kumu's JSON blueprint.
  package static let kumuJSON = NetworkFormat(
    "kumu-json", "a Kumu blueprint", for: "Kumu", endings: ["json"], isToldByEnding: false,
    reading: .content,
    write: { graph in
      let (plain, losses) = graph.withoutKumuForbidden
      return .text(NetworkJSONWriter.kumu(plain), losses: losses)
    })

  /// Node-link JSON as networkx and D3 read it.
  package static let networkx = NetworkFormat(
    "networkx", "node-link JSON", for: "networkx and D3", endings: ["json"], isToldByEnding: false,
    reading: .content, write: { .text(NetworkJSONWriter.nodeLink($0)) })

  /// Polinode's JSON.
  package static let polinode = NetworkFormat(
    "polinode", "Polinode JSON", for: "Polinode", endings: ["json"], isToldByEnding: false,
    reading: .content, write: { .text(NetworkJSONWriter.polinode($0)) })
}

/// Writes a network in the JSON forms of other tools.
enum NetworkJSONWriter {
  /// Node-link data, as networkx and D3 read it.
  static func nodeLink(_ graph: ExchangeGraph) -> String {
    let nodes = graph.nodes.map { node in
      object([("id", .text(node.id)), ("label", .text(node.label))] + pairs(node.fields))
    }
    let edges = graph.edges.enumerated().map { index, edge in
      object(
        [
          ("source", .text(edge.source)), ("target", .text(edge.target)),
          ("key", .text("e\(index + 1)")),
        ] + pairs(edge.fields))
    }
    return """
      {
        "directed": \(graph.isDirected),
        "multigraph": true,
        "graph": {},
        "nodes": \(array(nodes)),
        "edges": \(array(edges))
      }

      """
  }

  /// Kumu's JSON blueprint.
  static func kumu(_ graph: ExchangeGraph) -> String {
    let elements = graph.nodes.map { node in
      object(
        [
          ("id", .text(node.id)), ("label", .text(node.label)), ("type", KumuNames.type(of: node)),
        ] + pairs(node.fields))
    }
    let connections = graph.edges.enumerated().map { index, edge in
      object(
        [
          ("id", .text("e\(index + 1)")), ("from", .text(edge.source)), ("to", .text(edge.target)),
          ("direction", .text(edge.isDirected ? "directed" : "undirected")),
          ("type", KumuNames.type(of: edge)),
        ] + pairs(edge.fields))
    }
    return "{\n  \"elements\": \(array(elements)),\n  \"connections\": \(array(connections))\n}\n"
  }

  /// Polinode's JSON.
  static func polinode(_ graph: ExchangeGraph) -> String {
    let nodes = graph.nodes.map { node in
      let attributes = object([("Name", .text(node.label))] + pairs(node.fields))
      return "{\"id\": \(JSONWriter.quoted(node.id)), \"attributes\": \(attributes)}"
    }
    let edges = graph.edges.enumerated().map { index, edge in
      "{\"id\": \"e\(index + 1)\", \"source\": \(JSONWriter.quoted(edge.source)), "
        + "\"target\": \(JSONWriter.quoted(edge.target)), \"attributes\": \(object(pairs(edge.fields)))}"
    }
    return "{\n  \"nodes\": \(array(nodes)),\n  \"edges\": \(array(edges))\n}\n"
  }

  private static func pairs(_ fields: [ExchangeGraph.Field]) -> [(String, CellValue)] {
    fields.map { ($0.name, $0.value) }
  }

  private static func object(_ pairs: [(String, CellValue)]) -> String {
    let parts = pairs.compactMap { name, value in
      JSONWriter.literal(value).map { "\(JSONWriter.quoted(name)): \($0)" }
    }
    return "{\(parts.joined(separator: ", "))}"
  }

  private static func array(_ elements: [String]) -> String {
    elements.isEmpty ? "[]" : "[\n    \(elements.joined(separator: ",\n    "))\n  ]"
  }
}

/// What Kumu calls a type.
enum KumuNames {
  /// `Person`, `Company` …, by which Kumu colours elements.
  static func type(of node: ExchangeGraph.Node) -> CellValue {
    let table = node.fields[ExchangeGraph.marker].cellText
    let word: String =
      switch table {
      case "companies": "company"
      case "people": "person"
      default: String(table.dropLast())
      }
    return .text(word.prefix(1).uppercased() + word.dropFirst())
  }

  /// The kind of a relationship, or the sort of tie.
  static func type(of edge: ExchangeGraph.Edge) -> CellValue {
    let kind = edge.fields["kind"]
    guard kind == .none else { return kind }
    let table = edge.fields[ExchangeGraph.marker].cellText
    guard let point = table.firstIndex(of: ".") else {
      return .text(String(table.dropLast()))
    }
    return .text(String(table[table.index(after: point)...]))
  }
}
