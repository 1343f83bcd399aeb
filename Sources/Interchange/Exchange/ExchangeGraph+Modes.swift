import EcosystemModel

extension ExchangeGraph {
  /// The network with its two modes as people and committees, where it says nothing else of its nodes: networkx calls the
  /// modes 0 and 1 in `bipartite`, igraph false and true in `type`, and no link joins two nodes of one mode.
  var withModes: ExchangeGraph {
    for name in ["bipartite", "type"] {
      guard let modes = modes(by: name) else { continue }
      var graph = self
      for index in graph.nodes.indices {
        let isCommittee = modes[graph.nodes[index].id] ?? false
        _ = graph.nodes[index].fields.take(name)
        graph.nodes[index].fields.removeAll { $0.name == "type" }
        graph.nodes[index].fields.append(
          .init(name: "type", value: .text(isCommittee ? "committee" : "person")))
      }
      graph.remarks.append(
        Remark(
          rule: "exchange.modes",
          message:
            "the nodes are of two modes by \"\(name)\", and every link joins one of each: the first are read as people, the second as committees, the links as seats"
        ))
      return graph
    }
    return self
  }

  /// Whether each node is of the second mode, by a field; `nil` if the field does not part the nodes so.
  private func modes(by name: String) -> [String: Bool]? {
    guard !edges.isEmpty else { return nil }
    var modes: [String: Bool] = [:]
    for node in nodes {
      guard node.fields[Self.marker] == .none else { return nil }
      switch node.fields[name].cellText.lowercased() {
      case "0", "false", "0.0": modes[node.id] = false
      case "1", "true", "1.0": modes[node.id] = true
      default: return nil
      }
    }
    let isParted = edges.allSatisfy { edge in
      guard let source = modes[edge.source], let target = modes[edge.target] else { return false }
      return source != target
    }
    return isParted ? modes : nil
  }
}
