// Several networks in one file, and nodes that are known by their labels.

extension ExchangeGraph {
  /// Networks of one file as one; each node says which it is of where there are several.
  init(of networks: [(name: String?, graph: ExchangeGraph)]) {
    self.init()
    for (index, entry) in networks.enumerated() {
      var network = entry.graph
      if networks.count > 1 {
        network.tell(apart: entry.name ?? "graph \(index + 1)", from: self)
      }
      nodes += network.nodes
      edges += network.edges
      remarks += network.remarks
    }
  }

  /// Names the network of several in one file that the nodes belong to, and gives those that are called like others another id.
  private mutating func tell(apart name: String, from others: ExchangeGraph) {
    let taken = Set(others.nodes.map(\.id))
    func id(_ id: String) -> String { taken.contains(id) ? "\(name): \(id)" : id }
    for index in nodes.indices {
      if taken.contains(nodes[index].id), nodes[index].label.isEmpty {
        nodes[index].label = nodes[index].id
      }
      nodes[index].id = id(nodes[index].id)
      nodes[index].fields.append(.init(name: "graph", value: .text(name)))
    }
    for index in edges.indices {
      edges[index].source = id(edges[index].source)
      edges[index].target = id(edges[index].target)
    }
  }

  /// A label for each node where a format knows nodes by their labels, by the node's id: those that others bear too, whatever the
  /// case, are numbered.
  func distinctLabels(_ plain: (Character) -> String) -> [String: String] {
    var labels: [String: String] = [:]
    var taken: Set<String> = []
    for node in nodes {
      let wanted = (node.label.isEmpty ? node.id : node.label).map(plain).joined()
      var label = wanted
      var number = 1
      while !taken.insert(label.lowercased()).inserted {
        number += 1
        label = "\(wanted) (\(number))"
      }
      labels[node.id] = label
    }
    return labels
  }

  /// A character of a label that stands between quotes in one line.
  static func inQuotes(_ character: Character) -> String {
    character == "\"" ? "'" : character.isNewline ? " " : String(character)
  }
}
