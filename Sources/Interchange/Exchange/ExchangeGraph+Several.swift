// Several networks in one file, nodes that are known by their labels or stand for groups, and weights that go without saying.

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

  /// Gives edges without a weight the weight 1, as the format has it, where others have one.
  mutating func fillWeights() {
    guard edges.contains(where: { $0.fields["weight"] != .none }) else { return }
    for index in edges.indices
    where edges[index].fields["weight"] == .none && edges[index].fields[Self.marker] == .none {
      edges[index].fields.append(.init(name: "weight", value: .text("1")))
    }
  }

  /// Leaves out nodes that only stand for the group of others, of which each bears its name: no edge leads to them, and they say
  /// nothing else.
  mutating func leaveOutGroups(_ ids: Set<String>) {
    let linked = Set(edges.flatMap { [$0.source, $0.target] })
    nodes.removeAll { node in
      ids.contains(node.id) && !linked.contains(node.id) && node.fields.isEmpty
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
