import EcosystemModel

extension NetworkFormat {
  /// GML, which most tools for networks read.
  package static let gml = NetworkFormat(
    "gml", "GML", for: "networkx, igraph, yEd, Gephi", endings: ["gml"],
    reading: .text(GMLReader.graph),
    write: { .text(GMLWriter.text(of: $0)) })
}

/// Writes a network in GML: nodes by number, and a key for each column.
enum GMLWriter {
  static func text(of graph: ExchangeGraph) -> String {
    let isDirected = graph.isDirected
    let labels = graph.distinctLabels { String($0) }
    let numbers = Dictionary(
      graph.nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ends = graph.edges.map { [$0.source, $0.target] }
    let keys = keys(of: graph)
    var lines = [
      "Creator \"ecomap\"", "graph [", "  directed \(isDirected ? 1 : 0)",
    ]
    // networkx refuses two links between one pair where the network does not say that there may be such.
    if Set(ends.map { isDirected ? $0 : $0.sorted() }).count < ends.count {
      lines.append("  multigraph 1")
    }
    for (name, key) in keys.sorted(by: { $0.value < $1.value }) where name != key {
      lines += ["  \(GMLReader.column) [", text("key", key), text("name", name), "  ]"]
    }
    for node in graph.nodes {
      lines += ["  node [", "    id \(numbers[node.id] ?? 0)", text(GMLReader.id, node.id)]
      let label = labels[node.id] ?? node.label
      lines.append(text("label", label))
      if label != node.label, !node.label.isEmpty { lines.append(text("name", node.label)) }
      lines += node.fields.map { line(keys[$0.name] ?? $0.name, $0.value.cellText) } + ["  ]"]
    }
    for edge in graph.edges {
      guard let source = numbers[edge.source], let target = numbers[edge.target] else { continue }
      lines += ["  edge [", "    source \(source)", "    target \(target)"]
      if edge.isDirected != isDirected { lines.append("    directed 0") }
      lines += edge.fields.map { line(keys[$0.name] ?? $0.name, $0.value.cellText) } + ["  ]"]
    }
    return (lines + ["]", ""]).joined(separator: "\n")
  }

  private static func line(_ key: String, _ value: String) -> String {
    isNumber(value) ? "    \(key) \(value)" : text(key, value)
  }

  private static func text(_ key: String, _ value: String) -> String {
    "    \(key) \"\(CharacterReferences.escaped(value))\""
  }

  /// Whether a text is a number that every reader gives back in the same letters.
  private static func isNumber(_ text: String) -> Bool {
    guard text.utf8.count <= 9, let number = NumberText.number(in: text),
      NumberText.text(of: number) == text
    else { return false }
    return text.utf8.allSatisfy { (48...57).contains($0) || [45, 46].contains($0) }
  }

  /// A key for each column: its name, or where GML does not allow that, the letters and digits of it.
  private static func keys(of graph: ExchangeGraph) -> [String: String] {
    var keys: [String: String] = [:]
    var taken: Set = [
      "id", "label", "name", "graph", "node", "edge", "source", "target", "key", "directed",
      "multigraph", "graphics", "labelgraphics", "edgeanchor", "isgroup", "gid", GMLReader.id,
    ]
    for name in (graph.nodes.map(\.fields) + graph.edges.map(\.fields)).joined().map(\.name)
    where keys[name] == nil {
      var plain = String(
        name.map { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" ? $0 : "_" })
      if plain.first?.isLetter != true { plain = "x\(plain)" }
      var key = plain
      var number = 1
      while !taken.insert(key.lowercased()).inserted {
        number += 1
        key = "\(plain)\(number)"
      }
      keys[name] = key
    }
    return keys
  }
}
