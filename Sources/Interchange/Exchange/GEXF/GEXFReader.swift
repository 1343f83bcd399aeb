import Containers
import EcosystemModel

/// Reads GEXF 1.1 to 1.3.
struct GEXFReader {
  /// What attributes of nodes or of edges are called, by their ids, and what they say where an element says nothing.
  private struct Titles {
    var names: [String: String] = [:]
    /// The ids of those whose values are lists.
    var lists: Set<String> = []
    var standards: [(id: String, text: String)] = []

    /// The value of an attribute: the elements of a list, as in `[bio, "big, old"]` and `a|b`, where it is one.
    func value(_ text: String, of id: String) -> CellValue {
      guard lists.contains(id) else { return .text(text) }
      var inside = text.trimmed[...]
      if inside.hasPrefix("["), inside.hasSuffix("]") { inside = inside.dropFirst().dropLast() }
      var elements = [""]
      var quote: Character?
      for character in inside {
        if let open = quote {
          if character == open {
            quote = nil
          } else {
            elements[elements.count - 1].append(character)
          }
        } else if "\"'".contains(character), elements[elements.count - 1].trimmed.isEmpty {
          quote = character
        } else if ",;|".contains(character) {
          elements.append("")
        } else {
          elements[elements.count - 1].append(character)
        }
      }
      return .list(elements.map(\.trimmed).filter { !$0.isEmpty })
    }
  }

  private var graph = ExchangeGraph()
  private var titles: [String: Titles] = [:]
  private var isDirected = false
  /// Ends of spans that are no days, and where the first of them stands.
  private var others: [String] = []
  private var otherPlace = ExchangeGraph.Place()
  /// How many elements say where and how they are drawn.
  private var drawings = 0

  static func graph(in bytes: [UInt8]) throws(DocumentError) -> ExchangeGraph {
    let root = try Markup.document(of: bytes)
    guard root.name == "gexf", let element = root.first("graph") else {
      throw DocumentError(
        rule: "exchange.root",
        message: "there is no \"graph\" in a root element \"gexf\"; is this another format?",
        line: root.line, column: root.column)
    }
    var reader = Self()
    reader.readTitles(element)
    reader.isDirected = element["defaultedgetype"] == "directed"
    reader.readNodes(element, parent: nil)
    reader.readEdges(element)
    reader.graph.fillWeights()
    reader.remark()
    reader.remarkUnread(in: root)
    return reader.graph
  }

  private mutating func readTitles(_ element: Markup) {
    for group in element.children(named: "attributes") {
      let owner = group["class"] ?? "node"
      for attribute in group.children(named: "attribute") {
        guard let id = attribute["id"] else { continue }
        titles[owner, default: Titles()].names[id] = attribute["title"] ?? id
        if attribute["type"]?.lowercased().hasPrefix("list") ?? false {
          titles[owner]?.lists.insert(id)
        }
        guard let text = attribute.first("default")?.fullText.trimmed, !text.isEmpty else {
          continue
        }
        titles[owner]?.standards.append((id, text))
      }
    }
  }

  private mutating func readNodes(_ element: Markup, parent: String?) {
    for child in element.children(named: "nodes").flatMap({ $0.children(named: "node") }) {
      var node = ExchangeGraph.Node(id: child["id"] ?? "")
      node.label = child["label"] ?? ""
      node.place = .init(line: child.line, column: child.column)
      node.fields = fields(of: child, "node")
      if let group = parent ?? child["pid"] {
        node.fields.append(.init(name: "group", value: .text(group)))
      }
      graph.nodes.append(node)
      readNodes(child, parent: node.label.isEmpty ? node.id : node.label)
      readEdges(child)
    }
  }

  private mutating func readEdges(_ element: Markup) {
    for child in element.children(named: "edges").flatMap({ $0.children(named: "edge") }) {
      var edge = ExchangeGraph.Edge(source: child["source"] ?? "", target: child["target"] ?? "")
      edge.place = .init(line: child.line, column: child.column)
      edge.fields = fields(of: child, "edge")
      edge.isDirected = child["type"].map { $0 == "directed" } ?? isDirected
      for name in ["label", "weight", "kind"] {
        if let value = child[name], !value.isEmpty, edge.fields[name] == .none {
          edge.fields.append(.init(name: name, value: .text(value)))
        }
      }
      graph.edges.append(edge)
    }
  }

  private mutating func fields(of element: Markup, _ owner: String) -> [ExchangeGraph.Field] {
    let titles = titles[owner] ?? Titles()
    var fields: [ExchangeGraph.Field] = []
    var history: [String: [String]] = [:]
    var stated: Set<String> = []
    for value in (element.first("attvalues")?.children(named: "attvalue") ?? []) {
      let id = value["for"] ?? value["id"] ?? ""
      let name = titles.names[id] ?? id
      stated.insert(id)
      // networkx tells parallel edges apart by a field of its own.
      guard let text = value["value"], !text.trimmed.isEmpty, name != "networkx_key" else {
        continue
      }
      if value["start"] != nil || value["end"] != nil {
        history[name, default: []].append("\(value["start"] ?? "")/\(value["end"] ?? ""): \(text)")
      }
      // Of values over time the last is the one that holds.
      if let index = fields.firstIndex(where: { $0.name == name }) {
        fields[index].value = titles.value(text, of: id)
      } else {
        fields.append(.init(name: name, value: titles.value(text, of: id)))
      }
    }
    for (name, values) in history.sorted(by: { $0.key < $1.key }) where values.count > 1 {
      fields.append(.init(name: "\(name) over time", value: .list(values)))
    }
    for (id, text) in titles.standards where !stated.contains(id) {
      fields.append(.init(name: titles.names[id] ?? id, value: titles.value(text, of: id)))
    }
    // Our own dates stand in fields; of other files the whole span counts.
    guard fields[ExchangeGraph.marker] == .none else { return fields }
    if element.children.contains(where: { Self.looks.contains($0.name) }) { drawings += 1 }
    let span = GEXFSpan(of: element)
    if others.isEmpty { otherPlace = .init(line: element.line, column: element.column) }
    others += span.others
    return fields + span.fields.filter { fields[$0.name] == .none }
  }

  private static let looks: Set<String> = ["color", "position", "size", "shape", "thickness"]

  /// Says which parts of the standard are not read.
  private mutating func remarkUnread(in root: Markup) {
    if drawings > 0 { graph.remarks.append(.drawings(drawings)) }
    let graphs = root.children(named: "graph")
    if graphs.count > 1 {
      graph.remarks.append(
        .init(
          severity: .warning, rule: "exchange.unread",
          message: "the file holds \(graphs.count) networks, of which the first is read",
          place: .init(line: graphs[1].line, column: graphs[1].column)))
    }
    let parents = root.all("parents")
    guard let first = parents.first else { return }
    graph.remarks.append(
      .init(
        severity: .warning, rule: "exchange.unread",
        message:
          "\(Phrase.count(parents.count, "list of several parents", "lists of several parents")) (\"parents\") \(parents.count == 1 ? "is" : "are") not read",
        place: .init(line: first.line, column: first.column)))
  }

  private mutating func remark() {
    guard let first = others.first else { return }
    graph.remarks.append(
      .init(
        rule: "exchange.span",
        message:
          "\(Phrase.count(others.count, "start or end", "starts and ends")), \(Phrase.quoted(first))\(others.count > 1 ? " first" : ""), \(others.count == 1 ? "is no date and is kept as text" : "are no dates and are kept as text") in the columns start and end; write dates like 2019-03-29 to have them count",
        place: otherPlace))
  }
}
