internal import CGraphviz

// Tells what the DOT text says, without a layout.
extension NativeGraph {
  /// The graph as JSON: an object with `directed`, `nodes` (`id`, `attributes`), `edges` (`tail`, `head`, `attributes`) and
  /// `clusters` (`name`, `label`, `nodes`), in the order of the text; clusters stand behind those around them.
  ///
  /// Attributes have the values that apply, defaults included; empty ones are left out. Escapes in labels stay as they are; labels in HTML are their text.
  func structure() -> [UInt8] {
    var nodes: [String] = []
    var edges: [(sequence: UInt32, text: String)] = []
    var node = agfstnode(root)
    while let current = node {
      let id = Self.quoted(ecomap_node_name(current))
      let values = attributes(CInt(AGNODE), of: UnsafeMutableRawPointer(current))
      nodes.append("{\"id\": \(id), \"attributes\": \(values)}")
      var edge = agfstout(root, current)
      while let outgoing = edge {
        let tail = Self.quoted(ecomap_node_name(ecomap_edge_tail(outgoing)))
        let head = Self.quoted(ecomap_node_name(ecomap_edge_head(outgoing)))
        let values = attributes(CInt(AGEDGE), of: UnsafeMutableRawPointer(outgoing))
        edges.append(
          (
            ecomap_edge_sequence(outgoing),
            "{\"tail\": \(tail), \"head\": \(head), \"attributes\": \(values)}"
          ))
        edge = agnxtout(root, outgoing)
      }
      node = agnxtnode(root, current)
    }
    // Graphviz lists edges node by node; their numbers tell the order of the DOT text.
    let sorted = edges.sorted { $0.sequence < $1.sequence }.map(\.text)
    let text = """
      {
      "directed": \(agisdirected(root) != 0),
      "nodes": \(Self.array(nodes)),
      "edges": \(Self.array(sorted)),
      "clusters": \(Self.array(clusters()))
      }

      """
    return Array(text.utf8)
  }

  private func clusters() -> [String] {
    var found: [String] = []
    var open = Self.subgraphs(of: root)
    var position = 0
    while position < open.count {
      let graph = open[position]
      position += 1
      open += Self.subgraphs(of: graph)
      let name = ecomap_graph_name(graph).map { String(cString: $0) } ?? ""
      guard name.hasPrefix("cluster") else { continue }
      var members: [String] = []
      var node = agfstnode(graph)
      while let current = node {
        members.append(Self.quoted(ecomap_node_name(current)))
        node = agnxtnode(graph, current)
      }
      let title: UnsafePointer<CChar>? = ecomap_label_text(graph)
      let label = Self.quoted(title.map(Self.text) ?? "")
      found.append(
        "{\"name\": \(Self.quoted(name)), \"label\": \(label), \"nodes\": [\(members.joined(separator: ", "))]}"
      )
    }
    return found
  }

  private static func subgraphs(
    of graph: UnsafeMutablePointer<Agraph_t>
  ) -> [UnsafeMutablePointer<Agraph_t>] {
    var all: [UnsafeMutablePointer<Agraph_t>] = []
    var next = agfstsubg(graph)
    while let current = next {
      all.append(current)
      next = agnxtsubg(current)
    }
    return all
  }

  private func attributes(_ kind: CInt, of object: UnsafeMutableRawPointer) -> String {
    var pairs: [String] = []
    var symbol = agnxtattr(root, kind, nil)
    while let current = symbol {
      if let value = agxget(object, current), value.pointee != 0 {
        pairs.append("\(Self.quoted(current.pointee.name)): \(Self.quoted(Self.text(value)))")
      }
      symbol = agnxtattr(root, kind, current)
    }
    return "{\(pairs.joined(separator: ", "))}"
  }

  /// The text of a value; of one in HTML what it shows, with the escapes of a plain one.
  private static func text(_ value: UnsafePointer<CChar>) -> String {
    let text = String(cString: value)
    guard aghtmlstr(UnsafeMutablePointer(mutating: value)) != 0 else { return text }
    return HTMLLabelText.text(of: text).split(separator: "\\", omittingEmptySubsequences: false)
      .joined(separator: "\\\\")
  }

  private static func array(_ elements: [String]) -> String {
    elements.isEmpty ? "[]" : "[\n\(elements.joined(separator: ",\n"))\n]"
  }

  private static func quoted(_ text: UnsafePointer<CChar>?) -> String {
    quoted(text.map { String(cString: $0) } ?? "")
  }

  private static func quoted(_ text: UnsafeMutablePointer<CChar>?) -> String {
    quoted(text.map { String(cString: $0) } ?? "")
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
